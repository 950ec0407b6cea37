import type { Listing } from "@/lib/listings/listing";
import { localSpan } from "./local-time";
import { Panel } from "./panel";

/** When the home can be seen, in the time of the place where it stands. */
export function Inspections({ inspections, timeZone }: Pick<Listing, "inspections" | "timeZone">) {
  if (inspections.length === 0) return null;
  return (
    <Panel title="Inspections">
      <ul className="grid gap-3">
        {inspections.map((inspection) => {
          const { day, hours, zone } = localSpan(inspection, timeZone);
          return (
            <li key={inspection.startsAt + inspection.kind}>
              <time dateTime={inspection.startsAt} className="block">
                <span className="block font-medium">{day}</span>
                {hours} <span className="text-muted">{zone}</span>
              </time>
              {inspection.kind === "auction" ? (
                <span className="font-medium text-accent">Auction</span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
