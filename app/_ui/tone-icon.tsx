import { CircleAlert, CircleCheck, type IconNode, Info, TriangleAlert } from "lucide";
import { Icon } from "@/app/_ui/icon";
import type { Tone } from "@/app/_ui/tone";

const ICONS: Readonly<Record<Tone, IconNode>> = {
  neutral: Info,
  success: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  danger: CircleAlert,
};

export function ToneIcon({ tone, className = "size-5" }: { tone: Tone; className?: string }) {
  return <Icon of={ICONS[tone]} className={className} />;
}
