import { readFileSync } from "node:fs";

/** The rows of a table that is shipped beside the seed, in their order: columns by tabs, lines that begin with # left out. */
export function readShippedTable(name: "australia.tsv" | "towns.tsv"): readonly (readonly string[])[] {
  return readFileSync(new URL(name, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
