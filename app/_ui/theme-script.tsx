import { THEME_SCRIPT } from "@/lib/theme-script";

/** Puts the theme that somebody chose in this browser in force before anything is painted. */
export function ThemeScript() {
  return <script>{THEME_SCRIPT}</script>;
}
