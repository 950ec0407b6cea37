import Link from "next/link";
import { ChannelNav } from "./channel-nav";
import { Wordmark } from "./wordmark";

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
