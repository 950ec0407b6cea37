"use client";

import { useEffect, useState } from "react";
import { Badge } from "@/app/_ui/badge";

export type Section = {
  /** The id of the part that it leads to. */
  readonly id: string;
  readonly label: string;
  /** How many things in it are to be put right. */
  readonly problems?: number;
};

/** The parts of a long page; the one being read is marked. */
export function SectionNav({ label, sections }: { label: string; sections: readonly Section[] }) {
  const current = useSectionInSight(sections);
  return (
    <nav aria-label={label}>
      <ul className="grid text-sm">
        {sections.map(({ id, label, problems = 0 }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? "location" : undefined}
              className="flex min-h-8 items-center justify-between gap-3 border-line border-l-2 py-1 pl-3 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-accent"
            >
              {label}
              {problems === 0 ? null : (
                <Badge tone="danger">{problems === 1 ? "1 problem" : `${problems} problems`}</Badge>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The id of the last section whose beginning has passed the upper part of the window. */
function useSectionInSight(sections: readonly Section[]): string | undefined {
  const ids = sections.map(({ id }) => id).join(" ");
  const [current, setCurrent] = useState<string>();
  useEffect(() => {
    const parts = ids.split(" ").flatMap((id) => document.getElementById(id) ?? []);
    const look = () => {
      const line = window.innerHeight / 4;
      const passed = parts.filter((part) => part.getBoundingClientRect().top <= line);
      setCurrent((passed.at(-1) ?? parts[0])?.id);
    };
    const watcher = new IntersectionObserver(look, { rootMargin: "0px 0px -75% 0px" });
    for (const part of parts) watcher.observe(part);
    return () => watcher.disconnect();
  }, [ids]);
  return current;
}
