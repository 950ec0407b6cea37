import { type Asker, createAsker } from "@/bench/load/asker";
import type { Member } from "@/bench/load/fleet";
import type { MixUrl } from "@/bench/load/urls";
import { createProgress } from "@/lib/platform/progress";

const AT_ONCE = 4;

/** Asks every process for every address once. Throws when one is not answered with a 200: the mix asks for what there is. */
export async function warmUp(members: readonly Member[], distinct: readonly MixUrl[]): Promise<void> {
  const all = members.flatMap(({ origin }) => distinct.map(({ path }) => `${origin}${path}`));
  const progress = createProgress("warming", all.length, process.stderr, { unit: "addresses" });
  const asker = createAsker({ connectionsMax: AT_ONCE });
  const waiting = all.entries();
  const call = async () => {
    for (const [index, url] of waiting) {
      await askFor(asker, url);
      progress.at(index + 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, call));
  } finally {
    progress.end();
    asker.close();
  }
}

async function askFor(asker: Asker, url: string): Promise<void> {
  const { status } = await asker.ask(url);
  if (status !== 200) throw new Error(`${url} answered ${status} while it was warmed.`);
}
