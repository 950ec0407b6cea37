import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { searchListings } from "@/lib/listings/queries";
import { parseSearch } from "@/lib/listings/search";

export const GET = handler(async (request) => {
  const parsed = parseSearch(new URL(request.url).searchParams);
  if (!parsed.ok) throw new AppError("bad_request", "The search cannot be read.", { issues: parsed.issues });
  const page = await searchListings(parsed.search);
  return Response.json(page, { headers: { "Cache-Control": PUBLIC } });
});
