"use client";

import { type ChangeEvent, useState } from "react";
import { type CalculationKind, readCalculation } from "@/lib/calculators/calculator-input";

export type Given = Readonly<Record<string, string>>;

/** What is put into a calculator: the question that it comes to, null while it is none, and what ties a field to it by its name. */
export function useCalculation<K extends CalculationKind>(kind: K, begin: Given) {
  const [given, setGiven] = useState(begin);
  const reading = readCalculation(kind, given);
  const issues = reading.ok ? [] : reading.issues;
  return {
    question: reading.ok ? reading.question : null,
    text: (name: string) => ({
      ...{ name, value: given[name] ?? "" },
      // An empty field is no mistake yet: the result says that something is missing.
      error: given[name] === "" ? undefined : issues.find(({ field }) => field === name)?.reason,
      onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
        setGiven((before) => ({ ...before, [name]: value })),
    }),
  };
}
