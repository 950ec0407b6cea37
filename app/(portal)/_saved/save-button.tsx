"use client";

import { Icon } from "@/app/_ui/icon";
import { dropId, keepId } from "./kept-ids";
import { useKept } from "./use-kept";

type Props = {
  /** What is saved, and what it is called. */
  listing: { readonly id: number; readonly name: string };
  /** With words where it stands alone; a drawing on a card. */
  look?: "drawing" | "words";
  className?: string;
};

/** Saves a home in this browser, and takes it out again. It has its room from the start, and is there once it works. */
export function SaveButton({ listing: { id, name }, look = "drawing", className = "" }: Props) {
  const isSaved = useKept("saved").includes(id);
  const words = isSaved ? "Saved" : "Save";
  return (
    <button
      type="button"
      {...(look === "drawing" ? { "aria-pressed": isSaved, "aria-label": `Save ${name}` } : {})}
      title={isSaved ? "Saved in this browser" : "Save in this browser"}
      onClick={() => (isSaved ? dropId("saved", id) : keepId("saved", id))}
      className={`needs-scripts ${look === "words" ? "button-quiet" : ROUND} ${className}`}
    >
      <Icon of={isSaved ? "bookmark-check" : "bookmark"} />
      {look === "words" ? words : null}
    </button>
  );
}

const ROUND =
  "grid size-11 cursor-pointer place-items-center rounded-full border border-line bg-surface text-ink hover:border-ink aria-pressed:bg-accent aria-pressed:text-accent-ink";
