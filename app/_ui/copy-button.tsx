"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";

type State = "ready" | "copied" | "refused";
const WORDS: Readonly<Record<State, string>> = {
  ready: "",
  copied: "Copied.",
  refused: "The browser does not let it be copied; select the text instead.",
};

/** Puts a text into the clipboard, and says that it is there. */
export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [state, setState] = useState<State>("ready");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  return (
    <span className="inline-flex items-center gap-2">
      <Button onClick={copy}>
        <Icon of={state === "copied" ? "check" : "copy"} className="size-4.5" />
        {label}
      </Button>
      <span role="status" className="text-muted text-sm">
        {WORDS[state]}
      </span>
    </span>
  );
}
