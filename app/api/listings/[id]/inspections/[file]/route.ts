import { AppError } from "@/lib/errors";
import { PUBLIC } from "@/lib/http/cache-control";
import { handler } from "@/lib/http/handler";
import { publicUrl } from "@/lib/http/public-url";
import { calendarFileNamed, inspectionsIn } from "@/lib/inspections/calendar-file";
import { inspectionCalendar } from "@/lib/inspections/inspection-calendar";
import { listingNamed } from "@/lib/listings/listing-named";
import { listingPath } from "@/lib/listings/listing-path";
import { getListing } from "@/lib/listings/queries";

type Context = RouteContext<"/api/listings/[id]/inspections/[file]">;

export const GET = handler(async (_request, { params }: Context) => {
  const { id: name, file: fileName } = await params;
  const [id, file] = [listingNamed(name), calendarFileNamed(fileName)];
  const listing = await getListing(id);
  const inspections = inspectionsIn(listing?.inspections ?? [], file);
  if (listing === null || inspections.length === 0)
    throw new AppError(
      "not_found",
      `Listing ${id} has no such inspection; it may have been moved or taken off.`,
    );
  const shown = { ...listing, url: publicUrl(listingPath(listing)) };
  return new Response(inspectionCalendar(shown, inspections, new Date()), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="inspection-${id}.ics"`,
      "Cache-Control": PUBLIC,
    },
  });
});
