"use client";

import { useState, useSyncExternalStore } from "react";
import { Icon } from "@/app/_ui/icon";

const KEY = "verandah-theme";
const THEMES = [
  { value: "", label: "As the system has it", icon: "monitor" },
  { value: "light", label: "Light", icon: "sun" },
  { value: "dark", label: "Dark", icon: "moon" },
] as const;

/** The theme of this browser; ThemeScript puts it in force on the next page. */
export function ThemeChoice({ name }: { name: string }) {
  const kept = useSyncExternalStore(noChanges, readKept, () => "");
  const [chosen, setChosen] = useState<string>();
  const current = chosen ?? kept;
  return (
    <fieldset className="flex">
      <legend className="sr-only">Theme</legend>
      {THEMES.map(({ value, label, icon }) => (
        <label
          key={value}
          title={label}
          className="grid size-8 cursor-pointer place-items-center rounded-control text-muted hover:text-ink has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-1"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === current}
            onChange={() => {
              setChosen(value);
              keep(value);
            }}
            className="sr-only"
          />
          <Icon of={icon} className="size-4.5" />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function keep(theme: string): void {
  if (theme === "") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing has the theme of this page alone.
  }
}

function readKept(): string {
  return document.documentElement.dataset.theme ?? "";
}

function noChanges() {
  return () => {};
}
