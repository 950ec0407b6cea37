import type { ReactNode } from "react";
import { ViewedKeeper } from "@/app/(portal)/_saved/viewed-keeper";
import { STALE_NOTICE_ID } from "@/lib/http/stale-notice-id";
import { AnchorHistory } from "./anchor-history";
import { Footer } from "./footer";
import { Header } from "./header";
import { LeftNotice } from "./left-notice";

/** What stands around every public page. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="not-in-print button absolute top-2 left-2 z-50 -translate-y-24 focus:translate-y-0"
      >
        Skip to the content
      </a>
      <LeftNotice id={STALE_NOTICE_ID} />
      <AnchorHistory />
      <ViewedKeeper />
      <Header />
      <main id="content" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <Footer />
    </div>
  );
}
