import { useEffect, useRef, useState } from "react";
import { askJson } from "./ask-json";
import { type Changes, isSame } from "./edited-listing";

const PAUSE_MS = 1_200;

export type Kept =
  | { readonly state: "none" }
  | { readonly state: "waiting" }
  | { readonly state: "kept"; readonly atMs: number }
  | { readonly state: "failed"; readonly message: string };

type Means = {
  readonly url: string;
  readonly version: number;
  readonly changes: Changes;
  /** What the server holds of the draft when the page comes. */
  readonly known: Changes;
};

/** Keeps what is typed as a draft: when typing pauses, when a control is left, and when the page is. One request after the other. */
export function useKeptDraft({ url, version, changes, known }: Means) {
  const [kept, setKept] = useState<Kept>({ state: "none" });
  const held = useRef<Changes>(known);
  const wanted = useRef({ version, changes });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    wanted.current = { version, changes };
  });

  const keep = useRef((isLeaving = false): Promise<unknown> => {
    const run = async () => {
      const { version: baseVersion, changes: now } = wanted.current;
      if (isSame(now, held.current)) return;
      const isEmpty = Object.keys(now).length === 0;
      const answer = await askJson<unknown>(url, {
        keepalive: isLeaving,
        ...(isEmpty ? { method: "DELETE" } : { method: "PUT", body: { baseVersion, changes: now } }),
      });
      if (answer.refused === undefined) held.current = now;
      setKept(stateAfter(answer.refused?.message, isEmpty));
    };
    // Who leaves cannot wait for what was sent before: this says everything that it said.
    queue.current = isLeaving ? run() : queue.current.then(run);
    return queue.current;
  });

  useEffect(() => {
    if (isSame(changes, held.current)) return;
    setKept({ state: "waiting" });
    const timer = setTimeout(() => void keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [changes]);
  useEffect(() => {
    const current = keep.current;
    const leave = () => void current(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return { kept, keepNow: () => keep.current() };
}

function stateAfter(failure: string | undefined, isEmpty: boolean): Kept {
  if (failure !== undefined) return { state: "failed", message: failure };
  return isEmpty ? { state: "none" } : { state: "kept", atMs: Date.now() };
}
