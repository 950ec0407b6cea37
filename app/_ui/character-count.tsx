"use client";

import { useEffect, useState } from "react";

/** From here on it is said aloud too, and not before: nobody wants every letter counted. */
const SPOKEN_BELOW = 20;

/** How much of a limit the text of a control uses. Beside the control and not around it, so that the control needs no JavaScript. */
export function CharacterCount({ controlId, max }: { controlId: string; max: number }) {
  const [used, setUsed] = useState<number | null>(null);
  useEffect(() => {
    const control = document.getElementById(controlId);
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const count = () => setUsed(control.value.length);
    count();
    control.addEventListener("input", count);
    return () => control.removeEventListener("input", count);
  }, [controlId]);

  const left = max - (used ?? 0);
  const said = left < 0 ? `${-left} characters too many` : `${left} characters left`;
  return (
    <span className={`whitespace-nowrap ${left < 0 ? "font-medium text-danger" : ""}`}>
      <span aria-hidden="true">{left < 0 ? said : `${used ?? "–"} of ${max}`}</span>
      <span role="status" className="sr-only">
        {used !== null && left < SPOKEN_BELOW ? said : ""}
      </span>
    </span>
  );
}
