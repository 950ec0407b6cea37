"use client";

import { Switch } from "@/app/_ui/switch";

const THEMES = ["system", "light", "dark"] as const;

/** The theme and the density of this page. */
export function LookSwitch() {
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <fieldset className="flex items-center gap-4">
        <legend className="sr-only">Theme</legend>
        {THEMES.map((theme) => (
          <label key={theme} className="flex cursor-pointer items-center gap-2 py-1 capitalize">
            <input
              type="radio"
              name="theme"
              defaultChecked={theme === "system"}
              onChange={() => setTheme(theme)}
              className="check"
            />
            {theme}
          </label>
        ))}
      </fieldset>
      <div className="w-48">
        <Switch
          label="As in the console"
          onChange={({ target }) => document.body.classList.toggle("dense", target.checked)}
        />
      </div>
    </div>
  );
}

function setTheme(theme: (typeof THEMES)[number]): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
