"use client";

import { Fragment, useId } from "react";
import { type DiffPart, wordDiff } from "@/app/_ui/conflict/word-diff";

export type Side = "theirs" | "mine";

type Props = {
  /** The field that two people changed. */
  label: string;
  theirs: string;
  mine: string;
  /** Who changed it, and when: "Priya, 2 minutes ago". */
  theirName: string;
  chosen: Side | null;
  onChoose: (side: Side) => void;
};

/** One value that somebody else changed meanwhile: both, what differs between them, and the choice. */
export function ValueConflict(props: Props) {
  const { label, theirs, mine, theirName, chosen, onChoose } = props;
  const id = useId();
  const parts = wordDiff(theirs, mine);
  return (
    <fieldset className="@container">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div className="grid @lg:grid-cols-2 gap-2">
        <SideChoice
          name={id}
          title={`Keep theirs (${theirName})`}
          parts={parts.theirs}
          isChosen={chosen === "theirs"}
          onChoose={() => onChoose("theirs")}
        />
        <SideChoice
          name={id}
          title="Keep mine"
          parts={parts.mine}
          isChosen={chosen === "mine"}
          onChoose={() => onChoose("mine")}
        />
      </div>
    </fieldset>
  );
}

type SideProps = {
  name: string;
  title: string;
  parts: readonly DiffPart[];
  isChosen: boolean;
  onChoose: () => void;
};

function SideChoice({ name, title, parts, isChosen, onChoose }: SideProps) {
  const id = useId();
  return (
    <label className="flex cursor-pointer items-start gap-2.5 rounded-control border border-edge bg-surface p-3 hover:border-ink has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        onChange={onChoose}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-value`}
        className="check mt-[0.2em]"
      />
      <span className="grid min-w-0 gap-1">
        <span id={`${id}-title`} className="font-medium text-sm">
          {title}
        </span>
        <span id={`${id}-value`} className="whitespace-pre-wrap break-words">
          {parts.length === 0 ? <span className="text-muted">Nothing</span> : parts.map(shown)}
        </span>
      </span>
    </label>
  );
}

function shown({ text, isShared }: DiffPart, index: number) {
  if (isShared) return text;
  const [, before, marked, after] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return (
    <Fragment key={index}>
      {before}
      <mark className="rounded-xs bg-warning-soft px-px font-medium text-ink underline decoration-2 decoration-warning underline-offset-2">
        {marked}
      </mark>
      {after}
    </Fragment>
  );
}
