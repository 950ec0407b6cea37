const OBJECT_BYTES = 40;
const SLOT_BYTES = 12;
const STRING_BYTES = 20;

/**
 * Freezes a plain value through and through, and estimates its bytes in memory. Throws for what would come back from the
 * shared tier as something else: dates, maps, class instances, functions, bigints. Bytes (typed arrays) can't be frozen
 * and pass as they are.
 */
export function freezeAndMeasure(value: unknown): number {
  if (typeof value === "string") return STRING_BYTES + value.length;
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "number")
    return SLOT_BYTES;
  if (typeof value !== "object")
    throw new Error(`A cached value holds a ${typeof value}; it must be plain data.`);
  if (ArrayBuffer.isView(value)) return OBJECT_BYTES + value.byteLength;
  if (Array.isArray(value)) return freezeArray(value);
  if (!isPlain(value))
    throw new Error(`A cached value holds a ${value.constructor?.name}; it must be plain data.`);
  return freezeObject(value);
}

function freezeArray(array: readonly unknown[]): number {
  let bytes = OBJECT_BYTES;
  for (const item of array) bytes += SLOT_BYTES + freezeAndMeasure(item);
  Object.freeze(array);
  return bytes;
}

function freezeObject(object: object): number {
  let bytes = OBJECT_BYTES;
  for (const field of Object.values(object)) bytes += SLOT_BYTES + freezeAndMeasure(field);
  Object.freeze(object);
  return bytes;
}

/** Its prototype is the root of its realm, whichever realm that is. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
