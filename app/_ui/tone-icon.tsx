import { Icon, type IconName } from "@/app/_ui/icon";
import type { Tone } from "@/app/_ui/tone";

const ICONS: Readonly<Record<Tone, IconName>> = {
  neutral: "info",
  success: "circle-check",
  info: "info",
  warning: "triangle-alert",
  danger: "circle-alert",
};

export function ToneIcon({ tone, className = "size-5" }: { tone: Tone; className?: string }) {
  return <Icon of={ICONS[tone]} className={className} />;
}
