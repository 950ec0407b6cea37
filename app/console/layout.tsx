import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ThemeScript } from "@/app/_ui/theme-script";
import { ToastRegion } from "@/app/_ui/toast/toast-region";
import { getOwnAccount } from "@/lib/accounts/account-queries";
import { getAgency } from "@/lib/agencies/queries";
import { consoleVisitor } from "@/lib/http/console-visitor";
import { Bar } from "./_frame/bar";
import { SessionKeeper } from "./_frame/session-keeper";
import { SideMenu } from "./_frame/side-menu";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { robots: "noindex" };

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { person } = await consoleVisitor();
  const { email } = await getOwnAccount(person);
  const agency = person.agency === null ? null : await getAgency(person.agency.slug);
  const who = { name: person.name, role: person.role, agency: agency?.name ?? null };
  return (
    <ToastRegion>
      <ThemeScript />
      <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <a
          href="#content"
          className="not-in-print button absolute top-2 left-2 z-50 -translate-y-24 focus:translate-y-0"
        >
          Skip to the content
        </a>
        <SideMenu who={who} />
        <Bar who={who} />
        <main id="content" tabIndex={-1} className="dense min-w-0 px-4 py-6 sm:px-6 lg:px-8">
          {children}
        </main>
      </div>
      <SessionKeeper email={email} />
    </ToastRegion>
  );
}
