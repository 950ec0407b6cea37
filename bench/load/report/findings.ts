import type { Chart } from "@/bench/load/report/line-chart";
import type { Case } from "@/bench/search/bounds";

/** What a run found out, as its report shows it. */
export type Findings = {
  /** What is promised, with what was measured. */
  readonly cases: readonly Case[];
  readonly tables: readonly Table[];
  readonly charts: readonly Chart[];
  /** What could not be measured, and why; what has to be known to read the rest. */
  readonly notes: readonly string[];
  /** Everything, for programs. */
  readonly data: unknown;
};

/** The first column is named in words, the others are figures. */
export type Table = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type Head = {
  readonly name: string;
  readonly about: string;
  readonly listings: number;
  readonly told: Readonly<Record<string, number>>;
  /** ISO. */
  readonly takenAt: string;
  readonly machine: string;
};
