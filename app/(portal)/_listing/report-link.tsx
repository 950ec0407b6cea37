import Link from "next/link";
import { reportPath } from "@/lib/reports/report";

/** Where to say that something about a listing is wrong. */
export function ReportLink({ listing }: { listing: number }) {
  return (
    <p className="not-in-print text-sm">
      Something wrong?{" "}
      <Link href={reportPath(listing)} prefetch={false} rel="nofollow" className="link inline-block py-1">
        Report this listing
      </Link>
    </p>
  );
}
