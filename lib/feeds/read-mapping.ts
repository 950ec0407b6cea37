import "server-only";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { ZodError } from "zod";
import { AppError, type FieldIssue } from "@/lib/errors";
import { Mapping } from "@/lib/feeds/mapping";

const SHIPPED = fileURLToPath(new URL("./mappings/", import.meta.url));
const MAPPING_BYTES_MAX = 1_000_000;

/**
 * The mapping in a YAML file, or the shipped one of that name ("king-county"). AppError: not_found, naming the shipped ones;
 * bad_request with every wrong key, by its path in the file.
 */
export async function readMapping(nameOrPath: string): Promise<Mapping> {
  const isName = /^[a-z0-9-]+$/.test(nameOrPath);
  const path = isName ? `${SHIPPED}${nameOrPath}.yaml` : nameOrPath;
  const text = await readFile(path, "utf8").catch(async (cause) => {
    throw await missing(nameOrPath, cause);
  });
  return parseMapping(basename(path), text);
}

/** A mapping from YAML text; `file` names it in messages. AppError bad_request as readMapping. */
export function parseMapping(file: string, text: string): Mapping {
  if (text.length > MAPPING_BYTES_MAX)
    throw new AppError("bad_request", `${file} is too long for a mapping.`);
  const parsed = Mapping.safeParse(parseYaml(file, text), { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = mistakes(parsed.error);
  const count = issues.length === 1 ? "a mistake" : `${issues.length} mistakes`;
  throw new AppError("bad_request", `The mapping ${file} has ${count}:`, { issues });
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0]?.replace(/:$/, "") : cause;
    throw new AppError("bad_request", `The mapping ${file} is not YAML: ${reason}.`, { cause });
  }
}

function mistakes(error: ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.join(".") || "the file";
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join("."),
        reason: "is not a key that a mapping has here",
      }));
    }
    const isMissing = issue.code === "invalid_type" && issue.input === undefined;
    return [{ field, reason: isMissing ? "must be given" : issue.message }];
  });
}

async function missing(nameOrPath: string, cause: unknown): Promise<AppError> {
  const files = await readdir(SHIPPED);
  const names = files.filter((file) => file.endsWith(".yaml")).map((file) => basename(file, ".yaml"));
  return new AppError(
    "not_found",
    `There is no mapping ${nameOrPath}: give the path of a YAML file, or one of those that are shipped: ${names.join(", ")}.`,
    { cause },
  );
}
