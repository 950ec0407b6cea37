import { PUBLIC } from "@/lib/http/cache-control";

/** An XML document of the portal, for anybody. */
export function xmlAnswer(document: string, type = "application/xml"): Response {
  return new Response(document, {
    headers: { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": PUBLIC },
  });
}
