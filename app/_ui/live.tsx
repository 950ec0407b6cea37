"use client";

import { useLayoutEffect } from "react";

/** Says to the styles that the page's scripts have taken it over: what needs them is shown, by one mark and without a further render. */
export function Live() {
  useLayoutEffect(() => {
    document.documentElement.dataset.live = "";
  }, []);
  return null;
}
