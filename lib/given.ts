/** The record without its undefined values: `{ beds: undefined }` says nothing about beds, and must not overwrite them in a spread. */
export function given<T extends object>(record: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets which key had which type; filtering changed none.
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
