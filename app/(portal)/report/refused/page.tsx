import type { Metadata } from "next";
import { MessagePage } from "@/app/_ui/message-page";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";
import { answerWithStatus } from "@/lib/http/answer-status";
import { REFUSALS, readRefusal } from "@/lib/reports/report-outcome";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Not sent", robots: { index: false } };

const WAY_OUT = {
  fields:
    "Go back: what you wrote is still there. A reason and a sentence are needed, and the number of a listing.",
  listing: "Go back, and look at its number once more: it is what the address of its page ends with.",
  wait: "Go back, and send it in an hour: what you wrote is still there.",
  busy: "Go back, and send it again in a moment: what you wrote is still there.",
} as const;

/** After a report that the browser sent by itself was not taken. */
export default async function RefusedPage({ searchParams }: PageProps<"/report/refused">) {
  const why = readRefusal((await searchParams).why);
  if (why === null) return <MissingPage />;
  const { status, title } = REFUSALS[why];
  answerWithStatus(status);
  return <MessagePage title={title} lead={WAY_OUT[why]} />;
}
