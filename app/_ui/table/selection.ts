export type Selection = {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
};

/** The same selection with these keys in it, or without. */
export function withKeys(selected: ReadonlySet<string>, keys: readonly string[], isIn: boolean): Set<string> {
  const next = new Set(selected);
  for (const key of keys) {
    if (isIn) next.add(key);
    else next.delete(key);
  }
  return next;
}
