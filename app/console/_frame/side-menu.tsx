import Link from "next/link";
import { ThemeChoice } from "@/app/_ui/theme-choice";
import { Wordmark } from "@/app/_ui/wordmark";
import { ConsoleNav } from "./console-nav";
import { SignOut } from "./sign-out";
import { SignedInAs } from "./signed-in-as";
import type { Who } from "./who";

/** Beside the page, where there is room for it. */
export function SideMenu({ who }: { who: Who }) {
  return (
    <header className="not-in-print dense sticky top-0 flex h-dvh flex-col gap-6 overflow-y-auto border-line border-r bg-surface p-4 max-lg:hidden">
      <Link href="/console" prefetch={false} className="inline-flex px-3 py-1">
        <Wordmark />
      </Link>
      <ConsoleNav role={who.role} />
      <div className="mt-auto grid gap-3 border-line border-t pt-4">
        <SignedInAs who={who} />
        <div className="flex items-center justify-between">
          <SignOut />
          <ThemeChoice name="theme-beside" />
        </div>
      </div>
    </header>
  );
}
