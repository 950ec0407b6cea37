import type { Metadata } from "next";
import Link from "next/link";
import { CanonicalLink } from "@/app/(portal)/_frame/canonical-link";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { StaleNotice } from "@/app/(portal)/_frame/stale-notice";
import { findReported } from "@/app/(portal)/_report/find-reported";
import { ReportForm } from "@/app/(portal)/_report/report-form";

export const dynamic = "force-dynamic";

type Props = PageProps<"/report">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { listing } = await searchParams;
  return {
    title: "Report a listing",
    description: "Tell us what is wrong with a listing: a fact, a fraud, or a home that is long sold.",
    ...(listing === undefined ? {} : { robots: { index: false } }),
  };
}

export default async function ReportPage({ searchParams }: Props) {
  const reported = await findReported((await searchParams).listing);
  if (reported === null) return <MissingPage />;
  return (
    <>
      <CanonicalLink path="/report" />
      <StaleNotice />
      <div className="shell grid gap-8 py-12 md:py-16">
        <div className="grid max-w-2xl gap-4">
          <h1 className="text-4xl md:text-5xl">Report a listing</h1>
          <p className="text-lg text-muted">
            Tell us what is wrong, and somebody looks into it. If you have sent money, or are in danger, go to
            your bank and the police first.
          </p>
          {reported === undefined ? null : (
            <p className="rounded-card bg-sunken p-4 wrap-anywhere">
              About:{" "}
              {reported.path === null ? (
                <strong dir="auto">{reported.name}</strong>
              ) : (
                <Link href={reported.path} prefetch={false} className="link font-semibold" dir="auto">
                  {reported.name}
                </Link>
              )}
            </p>
          )}
        </div>
        <ReportForm listing={reported?.id ?? null} />
        <p className="max-w-2xl text-muted text-sm">
          What is kept of a report, and for how long, is on the page about{" "}
          <Link href="/privacy" prefetch={false} className="link">
            privacy
          </Link>
          .
        </p>
      </div>
    </>
  );
}
