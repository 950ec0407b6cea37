import { useEffect, useRef, useState } from "react";
import { askJson, sendInParting } from "./ask-json";
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

  const keep = useRef((): Promise<unknown> => {
    queue.current = queue.current.then(async () => {
      const now = wanted.current;
      if (isSame(now.changes, held.current)) return;
      const answer = await askJson<unknown>(url, requestOf(now));
      if (answer.refused === undefined) held.current = now.changes;
      setKept(stateAfter(answer.refused?.message, isEmpty(now.changes)));
    });
    return queue.current;
  });

  useEffect(() => {
    if (isSame(changes, held.current)) return;
    setKept({ state: "waiting" });
    const timer = setTimeout(() => void keep.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [changes]);
  useEffect(() => {
    const leave = () => {
      // It does not wait for what was sent before, and says everything that it said.
      if (!isSame(wanted.current.changes, held.current)) sendInParting(url, requestOf(wanted.current));
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [url]);
  return { kept, keepNow: () => keep.current() };
}

function requestOf({ version: baseVersion, changes }: { version: number; changes: Changes }) {
  if (isEmpty(changes)) return { method: "DELETE" } as const;
  return { method: "PUT", body: { baseVersion, changes } } as const;
}

function isEmpty(changes: Changes): boolean {
  return Object.keys(changes).length === 0;
}

function stateAfter(failure: string | undefined, isGone: boolean): Kept {
  if (failure !== undefined) return { state: "failed", message: failure };
  return isGone ? { state: "none" } : { state: "kept", atMs: Date.now() };
}
