"use client";

import { Combobox } from "@/app/_ui/combobox/combobox";
import { MultiCombobox } from "@/app/_ui/combobox/multi-combobox";
import { type LoadOptions, optionsFrom } from "@/app/_ui/combobox/option";
import { Specimen, Specimens } from "./show";

const SUBURBS = [
  { value: "newtown-2042", label: "Newtown", note: "NSW 2042" },
  { value: "newtown-3220", label: "Newtown", note: "VIC 3220" },
  { value: "new-farm", label: "New Farm", note: "QLD 4005" },
  { value: "marrickville", label: "Marrickville", note: "NSW 2204" },
  { value: "fremantle", label: "Fremantle", note: "WA 6160" },
  { value: "battery-point", label: "Battery Point", note: "TAS 7004" },
  { value: "north-hobart", label: "North Hobart", note: "TAS 7000" },
  { value: "kangaroo-point", label: "Kangaroo Point", note: "QLD 4169" },
];
const [FIRST, , THIRD] = SUBURBS;
/** What matches much takes longer. */
const SLOW_MS = { short: 1_500, long: 300 };
const SHORT_MAX = 3;

const fromSuburbs = optionsFrom(SUBURBS);

const slowly: LoadOptions = async (typed, signal) => {
  await new Promise((resolve) =>
    setTimeout(resolve, typed.length > SHORT_MAX ? SLOW_MS.long : SLOW_MS.short),
  );
  return fromSuburbs(typed, signal);
};

const never: LoadOptions = () => new Promise(() => {});

/** Fails the first time, and every time that "fail" is typed. */
function failing(): LoadOptions {
  let isFirst = true;
  return async (typed, signal) => {
    if (isFirst || typed === "fail") {
      isFirst = false;
      throw new Error("asked to fail");
    }
    return fromSuburbs(typed, signal);
  };
}
const failsFirst = failing();

export function Comboboxes() {
  return (
    <Specimens>
      <Specimen name="One">
        <Combobox
          label="Suburb"
          load={fromSuburbs}
          placeholder="Type a suburb"
          hint="Or a part of its name"
        />
      </Specimen>
      <Specimen name="One, chosen already">
        <Combobox label="Office" load={fromSuburbs} {...(FIRST && { value: FIRST })} />
      </Specimen>
      <Specimen name="Slow to come">
        <Combobox label="Agency" load={slowly} placeholder="Comes after a while" />
      </Specimen>
      <Specimen name="Still loading">
        <Combobox label="Owner" load={never} placeholder="Never comes" />
      </Specimen>
      <Specimen name="Failed, and then not">
        <Combobox label="Council" load={failsFirst} placeholder="Fails at first" />
      </Specimen>
      <Specimen name="Wrong, and not in use">
        <div className="grid gap-3">
          <Combobox label="Lead agent" load={fromSuburbs} isRequired error="Choose who answers enquiries." />
          <Combobox label="Co-agent" load={fromSuburbs} isDisabled />
        </div>
      </Specimen>
      <Specimen name="Several">
        <MultiCombobox label="Alerts for" load={fromSuburbs} placeholder="Add suburbs" />
      </Specimen>
      <Specimen name="Several, chosen already">
        <MultiCombobox
          label="Also shown in"
          load={fromSuburbs}
          values={FIRST && THIRD ? [FIRST, THIRD] : []}
          hint="Backspace takes the last one away."
        />
      </Specimen>
    </Specimens>
  );
}
