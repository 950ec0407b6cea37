/** Bytes of a value, and the names and positions that lead to them. */
export type Found = { readonly path: readonly (string | number)[]; readonly bytes: Uint8Array };

/** A plain value without the bytes (Uint8Array) that it holds, null in their place, and those. A value without any is answered as it is. */
export function detachBytes(value: unknown): { readonly value: unknown; readonly found: readonly Found[] } {
  if (!holdsBytes(value)) return { value, found: [] };
  const found: Found[] = [];
  return { value: detach(value, [], found), found };
}

/** The value with these bytes where they were. Throws when there is no such place. */
export function putBytesBack(value: unknown, { path, bytes }: Found): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return bytes;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
    throw new Error("bytes without a place");
  const held = value as Record<string | number, unknown>;
  held[name] = putBytesBack(held[name], { path: rest, bytes });
  return held;
}

function holdsBytes(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  for (const name in value) if (holdsBytes((value as Record<string, unknown>)[name])) return true;
  return false;
}

function detach(value: unknown, path: Found["path"], found: Found[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) {
    found.push({ path, bytes: value });
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => detach(item, [...path, index], found));
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([name, held]) => [name, detach(held, [...path, name], found)]));
}
