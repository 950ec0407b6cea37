import { dayText } from "@/app/(portal)/_listing/listing-words";
import type { DutySchedule } from "@/lib/calculators/duty-schedule";

/** Where the rates are from, for when they are, and whether the office itself said them. */
export function DutySource({ schedule }: { schedule: DutySchedule }) {
  const { office, sourceUrl, appliesFrom, appliesUntil, isVerified, readOn, note } = schedule;
  return (
    <div className="grid gap-2 text-sm">
      {isVerified ? null : (
        <p className="font-semibold text-warning">
          Not verified: these rates come from a copy, not from {office} itself. Ask there before you rely on
          them.
        </p>
      )}
      <p className="text-muted">
        {appliesFrom === null ? null : `For contracts from ${dayText(appliesFrom)}`}
        {appliesFrom !== null && appliesUntil !== null ? ` to ${dayText(appliesUntil)}` : null}
        {appliesFrom === null ? null : ". "}
        Read on {dayText(readOn)} at{" "}
        <a href={sourceUrl} rel="noreferrer" className="link wrap-anywhere">
          {new URL(sourceUrl).hostname}
        </a>
        .
      </p>
      {note === "" ? null : <p className="text-muted">{note}</p>}
    </div>
  );
}
