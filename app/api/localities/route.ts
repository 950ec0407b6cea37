import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { parseOnlyParameter } from "@/lib/http/only-parameter";
import { findLocalities } from "@/lib/localities/queries";

export const GET = handler(async (request) => {
  const q = parseOnlyParameter(new URL(request.url).searchParams, "q");
  const items = await findLocalities(q);
  return Response.json({ items }, { headers: { "Cache-Control": PUBLIC } });
});
