import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { parseMapWindow } from "@/lib/listings/map-query";
import { listMapLabels } from "@/lib/localities/map-label-queries";

export const GET = handler(async (request) => {
  const parsed = parseMapWindow(new URL(request.url).searchParams);
  if (!parsed.ok) throw new AppError("bad_request", "The map cannot be read.", { issues: parsed.issues });
  const items = await listMapLabels(parsed.window.bounds);
  return Response.json({ items }, { headers: { "Cache-Control": PUBLIC } });
});
