/** primary: the one thing that the page is for. secondary: any other. quiet: many of them, as in a row of a table. danger: what cannot be undone. */
export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

const CLASSES: Readonly<Record<ButtonLook, string>> = {
  primary: "button",
  secondary: "button-quiet",
  quiet: "button-plain",
  danger: "button-danger",
};

export function buttonClass(look: ButtonLook): string {
  return CLASSES[look];
}
