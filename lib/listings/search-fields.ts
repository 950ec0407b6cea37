import { readNumber } from "@/lib/listings/search-range";
import { accept, quoted, refuse, type SearchField } from "@/lib/listings/search-reading";

const CURSOR = /^[A-Za-z0-9_-]{1,400}$/;

/** One of a few words; `absent` is the one that is meant when none is given, and is not written. */
export function choiceField<T extends string>(choices: readonly T[], absent: T): SearchField<T> {
  return {
    absent,
    read(text) {
      const choice = choices.find((each) => each === text.toLowerCase());
      return choice === undefined
        ? refuse(`${quoted(text)} is not one of: ${choices.join(", ")}.`)
        : accept(choice);
    },
    write: (choice) => (choice === absent ? null : choice),
  };
}

/** Several of a few words, comma-separated; written each once, in the order of the alphabet. */
export function choicesField<T extends string>(choices: readonly T[]): SearchField<readonly T[]> {
  return {
    absent: [],
    read(text) {
      const items = text.split(",").map((item) => item.trim());
      const unknown = items.find((item) => !choices.some((choice) => choice === item.toLowerCase()));
      if (unknown !== undefined) return refuse(`${quoted(unknown)} is not one of: ${choices.join(", ")}.`);
      return accept(inOrder(choices, (choice) => items.some((item) => item.toLowerCase() === choice)));
    },
    write: (chosen) => inOrder(choices, (choice) => chosen.includes(choice)).join(",") || null,
  };
}

function inOrder<T extends string>(choices: readonly T[], isChosen: (choice: T) => boolean): readonly T[] {
  return choices.filter(isChosen).sort();
}

/** A whole number between two others; `absent` is meant when none is given, and is not written. */
export function wholeField<T extends number | null>(bounds: {
  absent: T;
  least: number;
  most: number;
}): SearchField<number | T> {
  const { absent, least, most } = bounds;
  return {
    absent,
    read(text) {
      const number = readNumber(text, 0);
      if (number !== undefined && number >= least && number <= most) return accept(number);
      return refuse(`${quoted(text)} is not a whole number from ${least} to ${most}.`);
    },
    write: (number) => (number === absent ? null : `${number}`),
  };
}

/** Where a next page begins: what an answer gave as `next`, unread here. */
export const CURSOR_FIELD: SearchField<string | null> = {
  absent: null,
  read: (text) =>
    CURSOR.test(text)
      ? accept(text)
      : refuse("This is not where a page begins: take `next` of the answer before, or leave it out."),
  write: (cursor) => cursor,
};
