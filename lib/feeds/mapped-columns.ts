import type { Mapping } from "@/lib/feeds/mapping";

/** Every column of the file that a mapping names, once each: what the header must have. */
export function mappedColumns(mapping: Mapping): readonly string[] {
  return [...new Set(namesIn(mapping))];
}

function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === "column" && typeof value === "string") return [value];
    // A compiled text lists the columns that it names.
    if (key === "columns" && Array.isArray(value)) return value.filter((name) => typeof name === "string");
    return key === "values" ? [] : namesIn(value);
  });
}
