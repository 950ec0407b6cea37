import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** Something that nobody can guess, to be told once: 43 characters that need no escaping anywhere. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it. A token has 256 bits of chance: one quick hash is as good as a slow one. */
export function hashToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash("sha256").update(token).digest());
}
