"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Answer } from "@/app/_ui/send-json";
import type { FieldIssue } from "@/lib/errors";

type Means<Sent, Got> = {
  /** What is sent, from the fields of the form. */
  readonly read: (fields: FormData) => Sent;
  /** What is wrong with it already; nothing is sent then. */
  readonly check?: (sent: Sent) => readonly FieldIssue[];
  readonly send: (sent: Sent) => Promise<Answer<Got>>;
  readonly onDone: (got: Got) => void;
};

export type Failure = {
  readonly message: string;
  /** When it can be tried again, where that is known. */
  readonly retryAt: Date | null;
};

type State = { readonly failure: Failure | null; readonly issues: readonly FieldIssue[] };
const FINE: State = { failure: null, issues: [] };

/**
 * A form that is sent as JSON. `failure` is what no field of it can show (FormFailure shows it); `errorOf` is what is wrong with a field, by
 * name. After a refusal the focus goes to the first of them, and everything typed stays.
 */
export function useForm<Sent, Got>({ read, check, send, onDone }: Means<Sent, Got>) {
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [state, setState] = useState(FINE);

  useEffect(() => {
    if (state !== FINE)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-failure]")?.focus();
  }, [state]);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const { elements } = event.currentTarget;
    const sent = read(new FormData(event.currentTarget));
    const issues = check?.(sent) ?? [];
    if (issues.length > 0) return setState(stateOf({ message: "", issues, retryAfterS: null }, elements));
    setIsBusy(true);
    setState(FINE);
    const answer = await send(sent);
    setIsBusy(false);
    if (answer.ok) onDone(answer.value);
    else setState(stateOf(answer, elements));
  };
  return {
    props: { ref: form, onSubmit, method: "post", noValidate: true } as const,
    isBusy,
    failure: state.failure,
    errorOf: (field: string) => state.issues.find((issue) => issue.field === field)?.reason,
  };
}

type Refused = {
  readonly message: string;
  readonly issues: readonly FieldIssue[];
  readonly retryAfterS: number | null;
};

function stateOf({ message, issues, retryAfterS }: Refused, elements: HTMLFormControlsCollection): State {
  const isInForm = ({ field }: FieldIssue) => elements.namedItem(field) !== null;
  if (issues.some(isInForm)) return { failure: null, issues };
  const retryAt = retryAfterS === null ? null : new Date(Date.now() + retryAfterS * 1000);
  return { failure: { message: issues[0]?.reason ?? message, retryAt }, issues: [] };
}
