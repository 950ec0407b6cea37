"use client";

import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";

/** What is said after the link was put into the clipboard, or could not be. */
const WORDS = { copied: "The link is copied.", refused: "Copy the address of this page to share it." };

/** Passes the page on by whatever the device has for that, else by its link in the clipboard. Without scripts it is not there. */
export function ShareButton({ title, path }: { title: string; path: string }) {
  const [outcome, setOutcome] = useState<keyof typeof WORDS | null>(null);

  async function share() {
    const url = new URL(path, location.origin).href;
    if (typeof navigator.share === "function") {
      // Whoever closes it again has changed their mind.
      await navigator.share({ title, url }).catch(() => {});
      return;
    }
    // Only a page from a trustworthy address is given a clipboard.
    const copying =
      navigator.clipboard?.writeText(url) ?? Promise.reject(new Error("There is no clipboard."));
    await copying.then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  }

  return (
    <span className="needs-scripts inline-flex flex-wrap items-center">
      <Button onClick={share}>
        <Icon of="share-2" className="size-4.5" />
        Share
      </Button>
      <span role="status" className="text-muted text-sm not-empty:ml-3">
        {outcome === null ? "" : WORDS[outcome]}
      </span>
    </span>
  );
}
