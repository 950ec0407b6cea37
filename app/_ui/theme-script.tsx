/** Without quotes, which React would escape in it. */
const SCRIPT =
  "try{const t=localStorage.getItem(`verandah-theme`);if(t)document.documentElement.dataset.theme=t}catch{}";

/** Puts the theme that somebody chose in this browser in force before anything is painted. */
export function ThemeScript() {
  return <script>{SCRIPT}</script>;
}
