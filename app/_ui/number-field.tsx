import type { ComponentProps } from "react";
import { TextField } from "@/app/_ui/text-field";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "inputMode" | "before" | "after"> & {
  /** "m²", "bedrooms"; said with the label too. */
  unit?: string;
  isWhole?: boolean;
};

/** A number with its unit. A field of text with the digits' keyboard: type="number" turns what it does not understand into nothing. */
export function NumberField({ unit, isWhole = false, ...field }: Props) {
  return (
    <TextField
      autoComplete="off"
      {...field}
      inputMode={isWhole ? "numeric" : "decimal"}
      {...(unit === undefined ? {} : { after: unit })}
    />
  );
}
