import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";

const deflate = promisify(deflateRaw);

/** Raised when the form of the bytes changes; older ones are then unreadable, which is a miss. */
const FORMAT = 1;
const PLAIN = 0;
const DEFLATED = 1;
const CHECKSUM_BYTES = 8;
const HEADER_BYTES = 2 + CHECKSUM_BYTES;

/** From here on compressing saves more in transfer and memory than it costs (npm run bench -- codec). */
const COMPRESS_FROM_BYTES = 4 * 1024;
/** A few bytes can claim to be gigabytes. */
const INFLATED_BYTES_MAX = 32 * 1024 * 1024;

/** A value as bytes: format, compression, checksum of what follows, then JSON. */
export async function encode(value: unknown): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(value));
  const isLarge = json.length >= COMPRESS_FROM_BYTES;
  const body = isLarge ? await deflate(json, { level: 1 }) : json;
  return Buffer.concat([Buffer.from([FORMAT, isLarge ? DEFLATED : PLAIN]), checksum(body), body]);
}

/** The value in the bytes; throws, saying what is wrong, when they are not what encode made. */
export function decode(bytes: Buffer): unknown {
  if (bytes.length <= HEADER_BYTES || bytes[0] !== FORMAT) throw new Error("bytes of another format");
  const body = bytes.subarray(HEADER_BYTES);
  if (!checksum(body).equals(bytes.subarray(2, HEADER_BYTES))) throw new Error("a wrong checksum");
  const json = bytes[1] === DEFLATED ? inflateRawSync(body, { maxOutputLength: INFLATED_BYTES_MAX }) : body;
  return JSON.parse(json.toString());
}

/** Against accidents, not against whoever can write to Redis: its access rules are for that. */
function checksum(body: Buffer): Buffer {
  return createHash("sha1").update(body).digest().subarray(0, CHECKSUM_BYTES);
}
