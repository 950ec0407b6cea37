"use client";

import type { ComponentProps } from "react";
import { groupDigits } from "@/app/_ui/group-digits";
import { TextField } from "@/app/_ui/text-field";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "inputMode" | "before" | "onBlur"> & {
  /** "per week". */
  after?: string;
};

/** An amount of dollars. Left alone while it is typed; its digits are grouped when the field is left. */
export function MoneyField(props: Props) {
  return (
    <TextField
      autoComplete="off"
      {...props}
      inputMode="decimal"
      before="$"
      onBlur={({ currentTarget }) => {
        const grouped = groupDigits(currentTarget.value);
        if (grouped !== currentTarget.value) type(currentTarget, grouped);
      }}
    />
  );
}

/** As if it had been typed, so that whoever holds the value hears of it (React sees only values that it did not set itself). */
function type(input: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
