/**
 * Puts the theme that somebody chose in this browser in force before anything is painted. Without quotes, which React would escape in it;
 * lib/http/security-headers.ts lets it run by its hash.
 */
export const THEME_SCRIPT =
  "try{const t=localStorage.getItem(`verandah-theme`);if(t)document.documentElement.dataset.theme=t}catch{}";
