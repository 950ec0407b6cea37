/** What a message is about; its icon and words say the same, so that no meaning hangs on a colour alone. */
export type Tone = "neutral" | "success" | "info" | "warning" | "danger";

const SOFT: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink",
  success: "bg-success-soft text-success",
  info: "bg-info-soft text-info",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};

/** The quiet background of a tone, with the text that reads on it. */
export function softTone(tone: Tone): string {
  return SOFT[tone];
}
