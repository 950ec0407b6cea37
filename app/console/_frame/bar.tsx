"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { Drawer } from "@/app/_ui/drawer";
import { Icon } from "@/app/_ui/icon";
import { ThemeChoice } from "@/app/_ui/theme-choice";
import { Wordmark } from "@/app/_ui/wordmark";
import { ConsoleNav } from "./console-nav";
import { SignOut } from "./sign-out";
import { SignedInAs } from "./signed-in-as";
import type { Who } from "./who";

/** Above the page, where there is no room beside it. */
export function Bar({ who }: { who: Who }) {
  const path = usePathname();
  return (
    <header className="not-in-print sticky top-0 z-30 flex min-h-14 items-center justify-between border-line border-b bg-surface px-4 sm:px-6 lg:hidden">
      <Link href="/console" prefetch={false} className="inline-flex py-2">
        <Wordmark />
      </Link>
      {/* Another page is another drawer: it does not stay open over where its links lead. */}
      <Drawer
        key={path}
        side="right"
        title="Console"
        trigger={
          <Button look="quiet" className="-mr-3">
            <Icon of="menu" className="size-4.5" />
            Menu
          </Button>
        }
      >
        <ConsoleNav role={who.role} />
        <div className="grid gap-3 border-line border-t pt-4">
          <SignedInAs who={who} />
          <div className="flex items-center justify-between">
            <SignOut />
            <ThemeChoice name="theme-above" />
          </div>
        </div>
      </Drawer>
    </header>
  );
}
