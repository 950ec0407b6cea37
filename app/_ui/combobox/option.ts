export type Option = {
  readonly value: string;
  readonly label: string;
  /** What tells it from its namesakes: "NSW 2042". */
  readonly note?: string;
};

/** The options for what is typed; an empty text asks for those to begin with. Rejects when they cannot be had. */
export type LoadOptions = (typed: string, signal: AbortSignal) => Promise<readonly Option[]>;

/** As LoadOptions, from a list at hand: those whose label has a word that begins with what is typed. */
export function optionsFrom(list: readonly Option[]): LoadOptions {
  return async (typed) => {
    const wanted = typed.trim().toLowerCase();
    return list.filter(({ label }) => ` ${label.toLowerCase()}`.includes(` ${wanted}`));
  };
}
