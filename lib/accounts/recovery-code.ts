import "server-only";
import { createHash, randomBytes } from "node:crypto";

const CODES = 10;
const LETTERS = 16;
/** Thirty-two that nobody takes for one another. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Ten codes for who has lost their second factor, "ABCD-EFGH-JKLM-NPQR"; 80 bits of chance each. */
export function makeRecoveryCodes(): readonly string[] {
  return Array.from({ length: CODES }, () => {
    const letters = [...randomBytes(LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
    return letters.replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** What is kept of one, however it was typed. */
export function hashRecoveryCode(code: string): Buffer<ArrayBuffer> {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return Buffer.from(createHash("sha256").update(letters).digest());
}
