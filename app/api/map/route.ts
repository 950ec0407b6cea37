import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { getListingMap } from "@/lib/listings/map-queries";
import { parseMapQuery } from "@/lib/listings/map-query";

export const GET = handler(async (request) => {
  const parsed = parseMapQuery(new URL(request.url).searchParams);
  if (!parsed.ok) throw new AppError("bad_request", "The map cannot be read.", { issues: parsed.issues });
  const map = await getListingMap(parsed.query);
  return Response.json(map, { headers: { "Cache-Control": PUBLIC } });
});
