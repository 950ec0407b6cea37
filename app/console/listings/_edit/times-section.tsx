import { Button } from "@/app/_ui/button";
import { DateField } from "@/app/_ui/date-field";
import { FieldError } from "@/app/_ui/field";
import { IconButton } from "@/app/_ui/icon-button";
import { SelectField } from "@/app/_ui/select-field";
import { TimeField } from "@/app/_ui/time-field";
import type { LocalInspection } from "@/lib/listings/listing-parts";
import { EditorSection } from "./editor-section";
import { type Form, listIn } from "./form";

const KINDS = [
  { value: "open_home", label: "Open home" },
  { value: "auction", label: "Auction" },
];

/** When people may come, in the time of the place where the home stands. */
export function TimesSection({ form }: { form: Form }) {
  const times = listIn<LocalInspection>(form, "inspections");
  const put = (next: readonly LocalInspection[]) => form.set("inspections", next);
  const add = (kind: LocalInspection["kind"]) =>
    put([...times, { kind, startsAt: "T11:00", endsAt: "T11:30" }]);
  return (
    <EditorSection id="times">
      <p className="text-muted">
        In the property’s own time ({form.listing.timeZone.replaceAll("_", " ")}), wherever you are.
      </p>
      {times.length === 0 ? <p className="text-muted">None planned.</p> : null}
      <ul className="grid gap-3">
        {times.map((time, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone, as two may be alike while they are typed; it keeps no state of its own.
            key={index}
            aria-label={`Inspection ${index + 1}`}
            className="grid grid-cols-2 items-end gap-2 sm:grid-cols-[9rem_10rem_7.5rem_7.5rem_auto] sm:justify-start"
          >
            <TimeRow
              time={time}
              onChange={(next) => put(times.map((one, at) => (at === index ? next : one)))}
            />
            <IconButton
              icon="trash-2"
              label={`Remove inspection ${index + 1}`}
              onClick={() => put(times.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <FieldError id="inspections-error" error={form.error("inspections")} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => add("open_home")}>Add an open home</Button>
        <Button onClick={() => add("auction")}>Add an auction</Button>
      </div>
    </EditorSection>
  );
}

function TimeRow(props: { time: LocalInspection; onChange: (time: LocalInspection) => void }) {
  const { time, onChange } = props;
  const [day = "", from = ""] = time.startsAt.split("T");
  const to = time.endsAt.slice(-5);
  const at = (next: { day?: string; from?: string; to?: string }) => {
    const [on, starts, ends] = [next.day ?? day, next.from ?? from, next.to ?? to];
    onChange({ ...time, startsAt: `${on}T${starts}`, endsAt: `${on}T${ends}` });
  };
  return (
    <>
      <SelectField
        label="What"
        name="kind"
        // Made anew when a row before it goes.
        key={time.kind}
        value={time.kind}
        choices={KINDS}
        onChange={({ target }) =>
          onChange({ ...time, kind: target.value === "auction" ? "auction" : "open_home" })
        }
      />
      <DateField
        label="Day"
        name="inspections"
        value={day}
        onChange={({ target }) => at({ day: target.value })}
      />
      <TimeField
        label="From"
        name="inspections"
        value={from}
        onChange={({ target }) => at({ from: target.value })}
      />
      <TimeField
        label="To"
        name="inspections"
        value={to}
        onChange={({ target }) => at({ to: target.value })}
      />
    </>
  );
}
