import type { ReactNode } from "react";
import { ThemeScript } from "@/app/_ui/theme-script";
import { Wordmark } from "@/app/_ui/wordmark";

export const dynamic = "force-dynamic";

/** Around the pages that lead into the console. */
export default function DoorLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] bg-sunken">
      <ThemeScript />
      <header className="shell flex min-h-16 items-center">
        <a href="/" className="inline-flex py-2">
          <Wordmark />
        </a>
      </header>
      <main className="grid content-start justify-items-center px-4 pt-6 pb-16 sm:pt-14">{children}</main>
    </div>
  );
}
