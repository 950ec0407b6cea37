"use client";

import { useEffect } from "react";

/**
 * Makes places within a page a part of the router's history. The browser's own entry for them has nothing of the router in it, and who comes
 * back to it from another page would see the address change and the page not.
 */
export function AnchorHistory() {
  useEffect(() => {
    const adopt = () => {
      if (window.history.state === null) window.history.replaceState(null, "", window.location.href);
    };
    window.addEventListener("hashchange", adopt);
    return () => window.removeEventListener("hashchange", adopt);
  }, []);
  return null;
}
