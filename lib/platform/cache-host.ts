import { AsyncLocalStorage } from "node:async_hooks";
import type { Host } from "@/lib/cache/time";

/** Where nobody asks: each promise keeps what its request carries (AsyncLocalStorage), which of a render is half a megabyte. */
const outside = AsyncLocalStorage.snapshot();

/** The machine's own time and chance, as lib/cache/time.ts asks for them. */
export const cacheHost: Host = {
  // Does not run backwards when somebody sets the clock, and is the same time in every process of the machine.
  now: () => performance.timeOrigin + performance.now(),
  random: Math.random,
  after(delayMs, work) {
    let turn: NodeJS.Immediate | undefined;
    const timer = setTimeout(() => {
      // An answer that lies in the socket's buffer is read before the next check phase: it is in time.
      turn = setImmediate(work);
    }, delayMs);
    return () => {
      clearTimeout(timer);
      clearImmediate(turn);
    };
  },
  defer(work) {
    setImmediate(() => void work());
  },
  settled: (value) => outside(() => Promise.resolve(value)),
};
