import { isMarkedStale } from "@/bench/load/answer-tier";
import type { Edit } from "@/bench/load/freshness/writer";
import { requireLoopback } from "@/bench/load/loopback";

/** How one address came to show an edit. Milliseconds since the edit was acknowledged. */
export type Watched = {
  /** When the first answer that shows it had arrived; null when none did in time. */
  readonly shownMs: number | null;
  /** When the last old answer was asked for that did not say that it is stale: so old was what it showed. 0 when none was old. */
  readonly oldestMs: number;
  readonly old: number;
  /** Old, and said so. */
  readonly marked: number;
  /** No answer, or none that is a 200. */
  readonly failed: number;
};

const GIVEN_UP_MS = 10_000;
const PAUSE_MS = 5;

/** Asks an address, one question after the other, until it shows the edit. */
export async function watchEdit(url: string, { display, answeredAt }: Edit): Promise<Watched> {
  let [oldestMs, old, marked, failed] = [0, 0, 0, 0];
  const sinceEdit = () => performance.now() - answeredAt;
  while (sinceEdit() < GIVEN_UP_MS) {
    const askedMs = sinceEdit();
    const seen = await look(url, display);
    if (seen === "shown") return { shownMs: sinceEdit(), oldestMs, old, marked, failed };
    if (seen === "failed") failed++;
    else if (seen === "marked") marked++;
    else {
      old++;
      oldestMs = Math.max(oldestMs, askedMs);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return { shownMs: null, oldestMs, old, marked, failed };
}

async function look(url: string, display: string): Promise<"shown" | "old" | "marked" | "failed"> {
  try {
    const answer = await fetch(requireLoopback(url), {
      redirect: "error",
      signal: AbortSignal.timeout(GIVEN_UP_MS),
    });
    const body = await answer.text();
    if (answer.status !== 200) return "failed";
    if (body.includes(display)) return "shown";
    return isMarkedStale(answer.headers.get("cache-status") ?? undefined) ? "marked" : "old";
  } catch {
    return "failed";
  }
}
