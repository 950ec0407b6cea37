import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { parseParameters } from "@/lib/http/parameters";
import { PLACE_PARAMETERS } from "@/lib/localities/place-question";
import { findLocalities } from "@/lib/localities/queries";

export const GET = handler(async (request) => {
  const { q, limit } = parseParameters(new URL(request.url).searchParams, PLACE_PARAMETERS);
  const items = await findLocalities(q, limit);
  return Response.json({ items }, { headers: { "Cache-Control": PUBLIC } });
});
