import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzip, gzip } from "node:zlib";
import { z } from "zod";
import type { Env } from "@/lib/env";
import { inlineScripts, mergeInlineScripts } from "@/lib/http/inline-scripts";
import { loadScriptsLate } from "@/lib/http/late-scripts";
import { DATA_POLICY, hashedPolicy } from "@/lib/http/security-headers";

const compressGzip = promisify(gzip);
const unpackGzip = promisify(gunzip);
const compressBrotli = promisify(brotliCompress);
/** What a first reader waits for: 11, the default, takes a hundred times as long for a tenth less. */
const BROTLI_QUALITY = 5;
/** What fits into one packet with its head is not made faster by being smaller. */
const COMPRESS_FROM_BYTES = 1_000;

const BYTES = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const STORED_ANSWER = z.strictObject({
  status: z.int().min(200).max(599),
  type: z.string(),
  /** Further headers of the answer, as they were rendered. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  policy: z.string(),
  /** Of the content, without quotes; the entity tag of each encoding is made of it. */
  digest: z.string(),
  /** How long the content is as it is. */
  length: z.int().min(0),
  /** Null where it is smaller compressed: next to nobody takes it as it is, and it is three times as long as the others together. */
  identity: BYTES.nullable(),
  gzip: BYTES.nullable(),
  br: BYTES.nullable(),
});

/** A whole answer as bytes: as it is, or in both encodings when it is long and not compressed by itself, as pictures are. */
export type StoredAnswer = Readonly<z.infer<typeof STORED_ANSWER>>;

export const parseStoredAnswer = (stored: unknown): StoredAnswer => STORED_ANSWER.parse(stored);

export type Rendered = {
  readonly status: number;
  readonly type: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
};

/** What was rendered, in its encodings, with its entity tag and its policy. */
export async function makeStoredAnswer(
  { status, type, headers, body }: Rendered,
  env: Pick<Env, "MAP_STYLE_URL">,
): Promise<StoredAnswer> {
  const isPage = type.startsWith("text/html");
  const html = isPage ? mergeInlineScripts(loadScriptsLate(body.toString())) : "";
  const identity = isPage ? Buffer.from(html) : body;
  return {
    status,
    type,
    headers: headers.map(([name, value]) => [name, value]),
    policy: isPage ? hashedPolicy(inlineScripts(html), env) : DATA_POLICY,
    digest: createHash("sha256")
      .update(`${status} ${type}\n`)
      .update(identity)
      .digest("base64url")
      .slice(0, 22),
    length: identity.length,
    ...(type.startsWith("image/") ? { identity, gzip: null, br: null } : await encodings(identity)),
  };
}

/** The content as it is, unpacked for whoever takes no encoding. */
export async function contentOf({ identity, gzip }: StoredAnswer): Promise<Uint8Array> {
  return identity ?? unpackGzip(gzip ?? new Uint8Array());
}

async function encodings(identity: Buffer): Promise<Pick<StoredAnswer, "identity" | "gzip" | "br">> {
  if (identity.length < COMPRESS_FROM_BYTES) return { identity, gzip: null, br: null };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  const [small, smaller] = await Promise.all([compressGzip(identity), compressBrotli(identity, { params })]);
  // Of their own, exactly as long as they are: zlib answers with parts of larger ones.
  return { identity: null, gzip: Buffer.from(small), br: Buffer.from(smaller) };
}
