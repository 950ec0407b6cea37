import Link from "next/link";
import { Wordmark } from "@/app/_ui/wordmark";
import { ChannelNav } from "./channel-nav";

export function Header() {
  return (
    <header className="not-in-print border-line border-b bg-surface">
      <div className="shell flex min-h-16 flex-wrap items-center justify-between gap-x-6">
        <Link href="/" prefetch={false} className="inline-flex py-2">
          <Wordmark />
        </Link>
        <ChannelNav />
      </div>
    </header>
  );
}
