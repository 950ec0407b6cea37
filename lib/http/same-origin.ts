import { AppError } from "@/lib/errors";
import { askedBy } from "@/lib/http/asked-by";
import { isTrustworthy } from "@/lib/http/trustworthy";

const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets nothing be changed from another site: a request that is not only a question needs an Origin that is the portal's own, and where
 * browsers send Sec-Fetch-Site, that it says "same-origin". AppError forbidden otherwise.
 */
export function requireSameOrigin(request: Request): void {
  if (READING.has(request.method)) return;
  const { origin: own } = askedBy(request);
  const from = request.headers.get("origin");
  if (own === null) throw refuse("This request does not say which host it is for.");
  if (from === null || from === "null")
    throw refuse("This request does not say which page it comes from (the header Origin).");
  if (from !== own)
    throw refuse(
      `This request comes from a page of ${from.slice(0, 100)}, and only pages of ${own} may change anything here. Whoever runs the portal behind a proxy sets PUBLIC_URL to the address that people see.`,
    );
  const site = request.headers.get("sec-fetch-site");
  if (site === null ? isTrustworthy(own) : site !== "same-origin")
    throw refuse(
      'This request does not come from a page of the portal (Sec-Fetch-Site is not "same-origin").',
    );
}

function refuse(message: string): AppError {
  return new AppError("forbidden", message);
}
