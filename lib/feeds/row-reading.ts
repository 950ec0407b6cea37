import {
  type AreaColumn,
  type Column,
  type DayColumn,
  type NumberColumn,
  SQUARE_METRES,
  type TranslatedColumn,
} from "@/lib/feeds/mapping";
import { toNumber, withoutThousands } from "@/lib/feeds/number-text";

/** What stands in each column of a row, without the spaces around it. */
export type Columns = Readonly<Record<string, string>>;

/** What is wrong with a row: where (null: in no single column) and why. */
export type RowIssue = {
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
};

const VALUE_CHARACTERS_MAX = 200;

/** Reads the values of one row and gathers what is wrong with them; a value that cannot be read is null and an issue. */
export class RowReading {
  readonly issues: RowIssue[] = [];

  constructor(readonly columns: Columns) {}

  text(from: Column | undefined): string | null {
    const text = from && this.columns[from.column];
    return text && !from.notGiven.includes(text) ? text : null;
  }

  number(from: NumberColumn | undefined): number | null {
    const text = this.text(from);
    if (!from || text === null) return null;
    const number = toNumber(from.thousands === undefined ? text : withoutThousands(text, from.thousands));
    if (number === null) this.refuse(from.column, "must be a number such as 1250000, 2.5 or 1.225e+006");
    return number;
  }

  /** In square metres, to one decimal. */
  area(from: AreaColumn | undefined): number | null {
    const number = this.number(from);
    return from && number !== null ? Math.round(number * SQUARE_METRES[from.unit] * 10) / 10 : null;
  }

  /** As YYYY-MM-DD. */
  day(from: DayColumn | undefined): string | null {
    const text = this.text(from);
    if (!from || text === null) return null;
    const day = from.format(text);
    if (day === null) this.refuse(from.column, "must be a day that exists, written as the mapping says");
    return day;
  }

  /** The same for every row, or translated from what a column holds; undefined after an issue. */
  choice<V extends string>(from: V | TranslatedColumn<V>): V | undefined {
    if (typeof from === "string") return from;
    const text = this.text(from) ?? "";
    if (Object.hasOwn(from.values, text)) return from.values[text];
    this.refuse(from.column, `must be one of ${Object.keys(from.values).join(", ")}`);
    return undefined;
  }

  /** Once for each column and reason: a price that is also the top of its range is wrong once. */
  refuse(column: string | null, reason: string): void {
    if (this.issues.some((issue) => issue.column === column && issue.reason === reason)) return;
    const value = column === null ? null : (this.columns[column] ?? "");
    this.issues.push({ column, value: value === null ? null : excerpt(value), reason });
  }
}

/** By code points: half of a surrogate pair is nothing that Postgres stores. */
function excerpt(text: string): string {
  const characters = [...text.slice(0, 2 * VALUE_CHARACTERS_MAX)];
  return characters.length > VALUE_CHARACTERS_MAX
    ? `${characters.slice(0, VALUE_CHARACTERS_MAX - 1).join("")}…`
    : text;
}
