import { useEffect, useRef, useState } from "react";
import { askJson, sendInParting } from "@/app/console/listings/_edit/ask-json";
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

  const keep = useRef((): Promise<unknown> => {
    queue.current = queue.current.then(async () => {
      const now = wanted.current;
      if (isOver.current || isSame(now, held.current)) return;
      const { url, ...request } = requestOf(id.current, now);
      const answer = await askJson<{ draft: KeptDraft }>(url, request);
      if (answer.refused !== undefined) return setKept({ state: "failed", message: answer.refused.message });
      held.current = now;
      const isNamed = id.current !== null;
      id.current = answer.value.draft.id;
      // A reload goes on with it; whoever has left by now has another address.
      if (!isNamed && !isOver.current) window.history.replaceState(null, "", `?draft=${id.current}`);
      setKept({ state: "kept", atMs: Date.now() });
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
    isOver.current = false;
    const leave = () => {
      if (isOver.current || isSame(wanted.current, held.current)) return;
      const { url, ...request } = requestOf(id.current, wanted.current);
      sendInParting(url, request);
    };
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
      isOver.current = true;
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

function requestOf(id: number | null, changes: Changes) {
  const body = { changes };
  if (id === null) return { url: URL, method: "POST", body } as const;
  return { url: `${URL}/${id}`, method: "PUT", body } as const;
}
