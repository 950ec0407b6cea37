import type { ComponentProps } from "react";
import { TextField } from "@/app/_ui/text-field";

type Props = Omit<ComponentProps<typeof TextField>, "type" | "before" | "after" | "countMax">;

/** A day, by the browser's own calendar. */
export function DateField(props: Props) {
  return <TextField {...props} type="date" />;
}
