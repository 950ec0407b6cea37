import Link from "next/link";
import { Icon } from "@/app/_ui/icon";

/** Something that is switched on, and the link that switches it off. */
export function ChipLink({ label, href }: { label: string; href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-full bg-accent-soft py-1 pr-2 pl-3.5 font-medium text-sm hover:ring-1 hover:ring-accent"
    >
      <span className="sr-only">Remove: </span>
      <span dir="auto" className="min-w-0 break-words">
        {label}
      </span>
      <Icon of="x" className="size-4" />
    </Link>
  );
}
