import type { ComponentProps } from "react";
import { TextField } from "@/app/_ui/text-field";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "before" | "after" | "countMax">;

/** A time of day, by the browser's own control. */
export function TimeField(props: Props) {
  return <TextField {...props} type="time" />;
}
