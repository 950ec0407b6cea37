import type { Visitor } from "@/lib/accounts/start-session";
import { askedBy } from "@/lib/http/asked-by";

/** Where a request comes from, as its sender will recognise it. */
export function visitorOf(request: Request): Visitor {
  return { address: askedBy(request).address, userAgent: request.headers.get("user-agent") ?? "" };
}
