"use client";

import { CopyButton } from "@/app/_ui/copy-button";
import { LocalTime } from "@/app/_ui/local-time";
import { Notice } from "@/app/_ui/notice";

export type Link = { readonly link: string; readonly expiresAt: string };

/** A link for somebody else, the one time that it is known. */
export function MadeLink({ link, expiresAt }: Link) {
  return (
    <div className="grid gap-3">
      <p className="select-all break-all rounded-control border border-line bg-sunken px-3 py-2 font-mono">
        {link}
      </p>
      <CopyButton text={link} label="Copy the link" />
      <Notice tone="warning" title="It is shown this one time">
        Send it to nobody else: whoever opens it first is let in. It is good until{" "}
        <LocalTime iso={expiresAt} />.
      </Notice>
    </div>
  );
}
