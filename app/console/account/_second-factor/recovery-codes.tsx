"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { CopyButton } from "@/app/_ui/copy-button";
import { Icon } from "@/app/_ui/icon";

type Props = { email: string; codes: readonly string[]; onKept: () => void };

/** The one time that the codes are shown. */
export function RecoveryCodes({ email, codes, onKept }: Props) {
  const [isKept, setIsKept] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useWarningOnLeave(!isKept);
  return (
    <div className="grid gap-4 rounded-card border border-line bg-surface p-5">
      <div data-print-alone className="grid gap-3">
        <h3 ref={heading} tabIndex={-1} className="text-lg">
          Your recovery codes
        </h3>
        <p className="text-muted">
          Each lets you in once, in place of the app's code, when you do not have your phone. They are shown
          this one time: keep them where you will find them without it.
        </p>
        <p className="hidden print:block">{titleOf(email)}</p>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-6 gap-y-1 rounded-control bg-sunken px-4 py-3 font-mono text-base">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => download(textOf(email, codes))}>
          <Icon of="download" className="size-4.5" />
          Download
        </Button>
        <Button onClick={() => window.print()}>
          <Icon of="printer" className="size-4.5" />
          Print
        </Button>
        <CopyButton text={codes.join("\n")} />
      </div>
      <Checkbox
        label="I have kept them"
        checked={isKept}
        onChange={({ target }) => setIsKept(target.checked)}
      />
      <div>
        <Button
          look="primary"
          onClick={onKept}
          disabledReason={isKept ? undefined : "Keep them first: they are not shown again."}
        >
          Done
        </Button>
      </div>
    </div>
  );
}

function useWarningOnLeave(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isOn]);
}

function titleOf(email: string): string {
  return `Verandah: recovery codes of ${email}`;
}

function textOf(email: string, codes: readonly string[]): string {
  return `${titleOf(email)}\nEach is good once.\n\n${codes.join("\n")}\n`;
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "verandah-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(url);
}
