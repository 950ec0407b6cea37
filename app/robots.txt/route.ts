import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";

export const dynamic = "force-dynamic";

/** Not what is private, which asks for a password, but what a crawler would walk without end. */
const NOT_FOR_ROBOTS = ["/api/", "/console", "/search"];

export const GET = handler(async () => {
  const rules = NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}\n`).join("");
  return new Response(`User-agent: *\n${rules}\nSitemap: ${publicUrl("/sitemap.xml")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PUBLIC },
  });
});
