import type { IncomingMessage } from "node:http";

/** What Next takes for the word of its own infrastructure, and would answer differently by. */
const INTERNAL =
  /^(x-middleware-|x-nextjs-|x-now-|x-matched-path$|x-invoke-|x-forwarded-host$|next-action$|content-security-policy)/;

/** Drops from a request what only Next's own infrastructure says, and whoever asks may have made up. */
export function dropInternalHeaders({ headers, rawHeaders }: IncomingMessage): void {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2)
    if (INTERNAL.test((rawHeaders[at] ?? "").toLowerCase())) rawHeaders.splice(at, 2);
}
