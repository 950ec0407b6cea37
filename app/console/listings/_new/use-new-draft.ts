import { useEffect, useRef, useState } from "react";
import { askJson } from "@/app/console/listings/_edit/ask-json";
import { type Changes, isSame } from "@/app/console/listings/_edit/edited-listing";
import type { Kept } from "@/app/console/listings/_edit/use-kept-draft";
import type { KeptDraft } from "@/lib/listings/listing-draft";

const PAUSE_MS = 1_200;
const URL = "/api/console/drafts";

/** Keeps the beginnings of a listing: made at the first change, replaced at later ones; the address then names them. */
export function useNewDraft(draft: KeptDraft | null, changes: Changes) {
  const [kept, setKept] = useState<Kept>({ state: "none" });
  const id = useRef(draft?.id ?? null);
  const held = useRef<Changes>(draft?.changes ?? {});
  const wanted = useRef(changes);
  const isOver = useRef(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    wanted.current = changes;
  });

  const keep = useRef((isLeaving = false): Promise<unknown> => {
    const run = async () => {
      const now = wanted.current;
      if (isOver.current || isSame(now, held.current)) return;
      const [url, method] =
        id.current === null ? [URL, "POST" as const] : [`${URL}/${id.current}`, "PUT" as const];
      const answer = await askJson<{ draft: KeptDraft }>(url, {
        method,
        keepalive: isLeaving,
        body: { changes: now },
      });
      if (answer.refused !== undefined) return setKept({ state: "failed", message: answer.refused.message });
      held.current = now;
      if (id.current === null) {
        id.current = answer.value.draft.id;
        // A reload goes on with it.
        window.history.replaceState(null, "", `?draft=${id.current}`);
      }
      setKept({ state: "kept", atMs: Date.now() });
    };
    queue.current = queue.current.then(run);
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
  return {
    kept,
    keepNow: () => keep.current(),
    /** The listing is made, or is not wanted: its beginnings are forgotten. */
    forget: async () => {
      isOver.current = true;
      await queue.current;
      if (id.current !== null) await askJson(`${URL}/${id.current}`, { method: "DELETE" });
    },
  };
}
