import type { ChildProcess } from "node:child_process";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Derivation, DeriveKey } from "@/lib/platform/derive-key";

const IDLE_MS = 60_000;

/** What the process answers to a message of a number and a derivation. */
const DERIVED = z.object({ id: z.number(), key: z.base64() });

export type KeyProcess = {
  /** As deriveKey, elsewhere. AppError unavailable when the process breaks; the next one begins another. */
  readonly derive: DeriveKey;
  close(): void;
};

type Waiting = { resolve(key: Buffer): void; reject(error: AppError): void };

/** Makes keys of passwords in a process of its own, which is started when there is work and ends when there has been none for a minute. */
export function createKeyProcess(start: () => ChildProcess, idleMs = IDLE_MS): KeyProcess {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  function begin(): ChildProcess {
    const begun = start();
    begun.on("message", (message) => child === begun && finish(message));
    begun.once("error", () => child === begun && letGo());
    begun.once("exit", () => child === begun && letGo());
    return begun;
  }

  function finish(message: unknown): void {
    const { id, key } = DERIVED.parse(message);
    waiting.get(id)?.resolve(Buffer.from(key, "base64"));
    waiting.delete(id);
    if (waiting.size === 0) idle = setTimeout(retire, idleMs).unref();
  }

  function retire(): void {
    const retired = child;
    child = null;
    if (retired?.connected) retired.disconnect();
  }

  function letGo(): void {
    child?.kill("SIGKILL");
    child = null;
    for (const { reject } of waiting.values())
      reject(new AppError("unavailable", "Nobody can sign in just now; try again in a moment."));
    waiting.clear();
  }

  return {
    derive: (derivation) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        const id = ++last;
        waiting.set(id, { resolve, reject });
        child ??= begin();
        const taker = child;
        taker.send(messageOf(id, derivation), (error) => {
          if (error && child === taker) letGo();
        });
      }),
    close() {
      clearTimeout(idle);
      letGo();
    },
  };
}

/** As password-worker.ts reads it. */
function messageOf(id: number, { salt, ...rest }: Derivation) {
  return { id, ...rest, salt: salt.toString("base64") };
}
