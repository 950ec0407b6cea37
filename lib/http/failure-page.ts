import type { ServerResponse } from "node:http";
import type { RequestContext } from "@/lib/platform/runtime";

/** Seconds after which asking again makes sense while the database is away. */
export const RETRY_AFTER = "5";

/** Why there is no page: the portal's own fault, what it stands on, or too many at once; of the last two it makes sense to ask again in a moment. */
export type Failure = "broken" | "away" | "busy";

/** It has a style of its own, and nothing else. */
const FAILURE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Puts a plain page in place of one that failed before its first byte: what Next sends then is an empty document that only scripts
 * fill. The page names the request, so that a reader can tell and the log can be searched. Answers to scripts stay as they are.
 */
export function replaceFailedPages(response: ServerResponse, context: RequestContext): void {
  const { writeHead, write, end } = response;
  const kept = new Set(response.getHeaderNames());
  let page: Buffer | undefined;
  const replaceHead = () => {
    const why = context.status === 503 ? "away" : "broken";
    page = Buffer.from(failurePage(context.requestId, WORDS[why]));
    for (const name of response.getHeaderNames()) if (!kept.has(name)) response.removeHeader(name);
    setFailureHeaders(response, why);
    response.setHeader("Content-Length", page.length);
    writeHead.call(response, statusOf(why));
  };
  const replaceIfFailed = (status: number) => {
    if (status === 500 && !response.headersSent && isPage(response)) replaceHead();
    return page;
  };
  response.writeHead = ((...head: Parameters<typeof writeHead>) =>
    replaceIfFailed(head[0]) ? response : writeHead.apply(response, head)) as typeof writeHead;
  // A first write that has no head before it makes one, and would go on with the chunk of the page that failed.
  response.write = ((...chunk: Parameters<typeof write>) =>
    replaceIfFailed(response.statusCode) !== undefined || write.apply(response, chunk)) as typeof write;
  response.end = ((...chunk: Parameters<typeof end>) => {
    const replacement = replaceIfFailed(response.statusCode);
    return end.apply(response, replacement ? [replacement, "utf8"] : chunk);
  }) as typeof end;
}

/** Answers with the plain page of a failure. */
export function answerFailedPage(response: ServerResponse, requestId: string, why: Failure): void {
  const page = Buffer.from(failurePage(requestId, WORDS[why]));
  setFailureHeaders(response, why);
  response.writeHead(statusOf(why), { "Content-Length": page.length });
  response.end(page);
}

function statusOf(why: Failure): number {
  return why === "broken" ? 500 : 503;
}

function setFailureHeaders(response: ServerResponse, why: Failure): void {
  response.setHeader("Content-Security-Policy", FAILURE_POLICY);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  if (why !== "broken") response.setHeader("Retry-After", RETRY_AFTER);
}

function isPage(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/html");
}

type Words = { readonly title: string; readonly lead: string };

const WORDS: Readonly<Record<Failure, Words>> = {
  broken: {
    title: "Something went wrong here",
    lead: "It is not your doing, and it has been written down.",
  },
  away: {
    title: "Back in a moment",
    lead: "The listings cannot be reached just now. Nothing is lost; try again in a few seconds.",
  },
  busy: {
    title: "Back in a moment",
    lead: "More people ask than can be answered just now. Nothing is lost; try again in a few seconds.",
  },
};

function failurePage(requestId: string, { title, lead }: Words): string {
  return `<!doctype html>
<html lang="en-AU">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Verandah</title>
<style>
  :root { color-scheme: light dark; --ground: #f7f3ec; --ink: #26221c; --muted: #655e53; --accent: #2b5a4c; }
  @media (prefers-color-scheme: dark) { :root { --ground: #161410; --ink: #eee8dc; --muted: #b0a798; --accent: #96cbb6; } }
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 2rem; box-sizing: border-box;
         background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
  main { max-width: 34rem; }
  h1 { font: 500 2.25rem/1.2 Georgia, serif; margin: 0 0 1rem; }
  a { color: var(--accent); }
  small { color: var(--muted); overflow-wrap: anywhere; }
</style>
<main>
  <h1>${title}</h1>
  <p>${lead} <a href="">Try again</a>, or start from the <a href="/">home page</a>.</p>
  <small>Request ${requestId}</small>
</main>
</html>
`;
}
