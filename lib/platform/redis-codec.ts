import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";
import { detachBytes, type Found, putBytesBack } from "@/lib/platform/detached-bytes";

const deflate = promisify(deflateRaw);

/** Raised when the form of the bytes changes; older ones are then unreadable, which is a miss. */
const FORMAT = 2;
const PLAIN = 0;
const DEFLATED = 1;
const CHECKSUM_BYTES = 8;
const LENGTH_BYTES = 4;
const HEADER_BYTES = 2 + CHECKSUM_BYTES;

/** From here on compressing saves more in transfer and memory than it costs (npm run bench -- codec). */
const COMPRESS_FROM_BYTES = 4 * 1024;
/** A few bytes can claim to be gigabytes. */
const INFLATED_BYTES_MAX = 32 * 1024 * 1024;

/** What stands before the bytes of a value: how long they are, and what is left of the value without them. */
type Envelope = { readonly value: unknown; readonly bytes: readonly [Found["path"], number][] };

/**
 * A value as bytes: format, compression, checksum of what follows; then the length of its JSON, the JSON, and as they are the bytes
 * (typed arrays) that the value holds.
 */
export async function encode(value: unknown): Promise<Buffer> {
  const { value: rest, found } = detachBytes(value);
  const envelope: Envelope = { value: rest, bytes: found.map(({ path, bytes }) => [path, bytes.length]) };
  const text = Buffer.from(JSON.stringify(envelope));
  const isLarge = text.length >= COMPRESS_FROM_BYTES;
  const json = isLarge ? await deflate(text, { level: 1 }) : text;
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  const parts = [length, json, ...found.map(({ bytes }) => bytes)];
  return Buffer.concat([Buffer.from([FORMAT, isLarge ? DEFLATED : PLAIN]), checksum(parts), ...parts]);
}

/** The value in the bytes; throws, saying what is wrong, when they are not what encode made. */
export function decode(stored: Buffer): unknown {
  if (stored.length <= HEADER_BYTES + LENGTH_BYTES || stored[0] !== FORMAT)
    throw new Error("bytes of another format");
  const body = stored.subarray(HEADER_BYTES);
  if (!checksum([body]).equals(stored.subarray(2, HEADER_BYTES))) throw new Error("a wrong checksum");
  const jsonEnd = LENGTH_BYTES + body.readUInt32BE();
  const json = body.subarray(LENGTH_BYTES, jsonEnd);
  const text = stored[1] === DEFLATED ? inflateRawSync(json, { maxOutputLength: INFLATED_BYTES_MAX }) : json;
  // Made by encode: the checksum says so.
  const { value, bytes } = JSON.parse(text.toString()) as Envelope;
  let start = jsonEnd;
  return bytes.reduce((whole, [path, length]) => {
    // A copy of its own: what came from the socket is a part of something larger, which it would keep.
    const own = Buffer.allocUnsafeSlow(length);
    body.copy(own, 0, start, start + length);
    start += length;
    return putBytesBack(whole, { path, bytes: own });
  }, value);
}

/** Against accidents, not against whoever can write to Redis: its access rules are for that. */
function checksum(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha1");
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, CHECKSUM_BYTES);
}
