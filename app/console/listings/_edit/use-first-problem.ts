import { type RefObject, useEffect, useState } from "react";

const WRONG = '[aria-invalid="true"]';

/** Leads to the first control that is wrong, once the errors stand there. */
export function useFirstProblem(form: RefObject<HTMLElement | null>): () => void {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) form.current?.querySelector<HTMLElement>(WRONG)?.focus();
  }, [asked, form]);
  return () => setAsked((count) => count + 1);
}
