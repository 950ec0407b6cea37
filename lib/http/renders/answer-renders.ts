import { covers, parseSnapshot } from "@/lib/cache/snapshot";
import { isAppError } from "@/lib/errors";
import { makeAnswer, type Renderer } from "@/lib/http/renders/make-answer";
import { type FromRenderer, ToRenderer } from "@/lib/http/renders/render-messages";
import type { Runtime } from "@/lib/platform/runtime";

type Order = Extract<ToRenderer, { kind: "render" }>;

/**
 * In the process that renders: answers what the other asks. A render begins when this process has seen whatever that one had: what is made
 * here then needs no stamp of its own, and may be kept under the one that the asking load took.
 */
export function answerRenders(
  runtime: Runtime,
  render: Renderer,
  say: (message: FromRenderer) => void,
): (message: unknown) => void {
  const underWay = new Map<number, AbortController>();

  async function answer({ id, asked, identity, seen }: Order): Promise<FromRenderer> {
    const abort = new AbortController();
    underWay.set(id, abort);
    try {
      if (!(await hasSeen(runtime, identity, seen)))
        return { kind: "not-rendered", id, why: "behind", message: "This process has not seen as much." };
      const { value, dependence } = await runtime.cache.compose(`render ${asked.path}`, () =>
        makeAnswer(runtime, render, asked, abort.signal),
      );
      return { kind: "rendered", id, ...value, dependence: { ...dependence, tags: [...dependence.tags] } };
    } catch (thrown) {
      const why = isAppError(thrown) && thrown.code === "unavailable" ? "away" : "failed";
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      return { kind: "not-rendered", id, why, message };
    } finally {
      underWay.delete(id);
    }
  }

  return (message) => {
    const heard = ToRenderer.safeParse(message);
    // Its figures are asked for through the same channel.
    if (!heard.success) return;
    const { data } = heard;
    if (data.kind === "ping") say({ kind: "pong" });
    else if (data.kind === "give-up") underWay.get(data.id)?.abort();
    else void answer(data).then(say);
  };
}

async function hasSeen({ clock, tail }: Runtime, identity: string, seen: string): Promise<boolean> {
  const floor = parseSnapshot(seen);
  if (floor === undefined) return false;
  const has = () => clock.identity === identity && covers(clock.seen, floor);
  return has() || ((await tail.catchUp()) && has());
}
