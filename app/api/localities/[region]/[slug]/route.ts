import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { parseParameters } from "@/lib/http/parameters";
import { localityNamed } from "@/lib/localities/locality-named";
import { getSuburbProfile } from "@/lib/localities/profile-queries";

export const GET = handler(async (request, { params }: RouteContext<"/api/localities/[region]/[slug]">) => {
  const { region, slug } = await params;
  const key = localityNamed(region, slug);
  parseParameters(new URL(request.url).searchParams, {});
  const profile = await getSuburbProfile(key);
  if (!profile) throw new AppError("not_found", `There is no locality "${key}".`);
  return Response.json(profile, { headers: { "Cache-Control": PUBLIC } });
});
