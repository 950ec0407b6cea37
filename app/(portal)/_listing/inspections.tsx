import { Icon } from "@/app/_ui/icon";
import { calendarPath } from "@/lib/inspections/calendar-file";
import { inspectionName } from "@/lib/inspections/inspection-calendar";
import type { Listing, ListingInspection } from "@/lib/listings/listing";
import { cityOf, localSpan } from "./local-time";
import { Panel } from "./panel";

type Props = Pick<Listing, "id" | "inspections" | "timeZone">;

/** When the home can be seen, in the time of the place where it stands, each to be put into a calendar. */
export function Inspections({ id, inspections, timeZone }: Props) {
  if (inspections.length === 0) return null;
  return (
    <Panel title="Inspections">
      <ul className="grid gap-4 print:gap-1">
        {inspections.map((inspection) => (
          <li key={inspection.startsAt + inspection.kind}>
            <InspectionLines id={id} inspection={inspection} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      <p className="border-line border-t pt-3 text-muted text-sm">Times are those of {cityOf(timeZone)}.</p>
      {inspections.length < 2 ? null : (
        <a href={calendarPath(id, "all")} download className="not-in-print link justify-self-start py-1">
          Add all to calendar
        </a>
      )}
    </Panel>
  );
}

function InspectionLines(props: { id: number; inspection: ListingInspection; timeZone: string }) {
  const { id, inspection, timeZone } = props;
  const { day, hours, zone } = localSpan(inspection, timeZone);
  return (
    <>
      <time dateTime={inspection.startsAt} className="block">
        <span className="block font-medium">{day}</span>
        {hours} <span className="text-muted">{zone}</span>
      </time>
      {inspection.kind === "auction" ? <span className="block font-medium text-accent">Auction</span> : null}
      <a
        href={calendarPath(id, inspectionName(inspection))}
        download
        className="not-in-print link inline-flex items-center gap-1.5 py-1"
      >
        <Icon of="calendar-plus" className="size-4.5" />
        Add to calendar
        <span className="sr-only">
          : {day}, {hours}
        </span>
      </a>
    </>
  );
}
