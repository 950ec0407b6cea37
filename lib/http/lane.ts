import type { IncomingMessage } from "node:http";

/** Requests that wait for each other, and for nobody else: what is short does not stand behind what is long. */
export type Lane = "pages" | "data" | "changes" | "accounts";

const FILE = /^\/(?:_next\/static\/|media\/|favicon\.)/;
/** What an address parser takes for a step upwards, out of the folder that it seems to be in. */
const STEP = /\.\.|%2e/i;

/** Which lane a request goes in when its answer is not a stored one; null for files, which cost no render. What is in doubt is a page. */
export function laneOf({ method = "", url = "" }: Pick<IncomingMessage, "method" | "url">): Lane | null {
  if (STEP.test(url)) return "pages";
  if (FILE.test(url)) return null;
  if (!url.startsWith("/api/")) return "pages";
  if (method === "GET" || method === "HEAD") return "data";
  return method === "POST" && url.startsWith("/api/account/") ? "accounts" : "changes";
}
