import { countAttempt, reportAttempt } from "@/lib/accounts/throttle";
import { isAppError } from "@/lib/errors";
import { askedBy } from "@/lib/http/asked-by";
import { handler } from "@/lib/http/handler";
import { answerPrivately } from "@/lib/http/private-answer";
import { isForm, readForm } from "@/lib/http/read-form";
import { readJson } from "@/lib/http/read-json";
import { reportListing } from "@/lib/reports/commands";
import { ReportInput } from "@/lib/reports/report-input";
import { refusedPath, sentPath } from "@/lib/reports/report-outcome";

export const POST = handler(async (request) => {
  if (!isForm(request)) {
    const reference = await report(await readJson(request, ReportInput), request);
    return answerPrivately({ reference }, { status: 201 });
  }
  // Without JavaScript the browser shows what is answered: a page, then, and one that can be loaded again.
  try {
    return seeOther(sentPath(await report(await readForm(request, ReportInput), request)));
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    return seeOther(refusedPath(thrown.code));
  }
});

async function report(given: ReportInput, request: Request): Promise<string> {
  await countAttempt(reportAttempt(askedBy(request).address), new Date());
  return reportListing(given);
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
