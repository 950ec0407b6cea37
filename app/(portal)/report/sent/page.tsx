import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "@/app/_ui/message-page";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { readReference } from "@/lib/reports/report-outcome";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Thank you", robots: { index: false } };

/** After a report was taken. */
export default async function SentPage({ searchParams }: PageProps<"/report/sent">) {
  const reference = readReference((await searchParams).reference);
  if (reference === null) return <MissingPage />;
  return (
    <MessagePage
      title="Thank you"
      lead="The report is with those who run this portal. If you gave an address, the answer comes there."
    >
      <p className="text-lg">
        Its reference is <strong className="font-semibold">{reference}</strong>.
      </p>
      <p>
        <Link href="/" prefetch={false} className="link">
          To the home page
        </Link>
      </p>
    </MessagePage>
  );
}
