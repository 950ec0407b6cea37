import { expect, test } from "vitest";
import { hashRecoveryCode, makeRecoveryCodes } from "@/lib/accounts/recovery-code";
import { makeTotpSecret, stepOfCode } from "@/lib/accounts/totp";

/** RFC 6238, appendix B, SHA-1; of its eight digits the last six. */
const SECRET = new Uint8Array(Buffer.from("12345678901234567890"));
const VECTORS: readonly (readonly [seconds: number, code: string])[] = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
];

const at = (seconds: number) => new Date(seconds * 1000);

test("the codes of RFC 6238 belong to their time steps", () => {
  for (const [seconds, code] of VECTORS)
    expect(stepOfCode(SECRET, code, at(seconds)), code).toBe(BigInt(Math.floor(seconds / 30)));
});

test("a code is good one step before and after its own, and no longer", () => {
  const step = 1111111109 - (1111111109 % 30);
  const offsets = [-31, -30, 0, 29, 30, 59, 60];
  const found = offsets.map((offset) => stepOfCode(SECRET, "081804", at(step + offset)) !== null);
  expect(found).toEqual([false, true, true, true, true, true, false]);
});

test("what is no code is none; spaces in it are how some apps show it", () => {
  for (const code of ["", "28708", "2870820", "28708x", "-87082", "２８７０８２"])
    expect(stepOfCode(SECRET, code, at(59)), code).toBeNull();
  expect(stepOfCode(SECRET, "287 082", at(59))).toBe(1n);
});

test("a new secret has 160 bits of its own, and a URI that authenticator apps read", () => {
  const [one, other] = [makeTotpSecret("rosa+1@example.com"), makeTotpSecret("rosa+1@example.com")];
  expect(one.bytes).toHaveLength(20);
  expect(one.base32).not.toBe(other.base32);
  const uri = new URL(one.uri);
  expect(uri.protocol).toBe("otpauth:");
  expect(decodeURIComponent(uri.pathname)).toContain("Verandah:rosa+1@example.com");
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    ...{ issuer: "Verandah", secret: one.base32, algorithm: "SHA1", digits: "6", period: "30" },
  });
});

test("recovery codes are ten, all different, and the same however they are typed", () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  const [code = ""] = codes;
  expect(hashRecoveryCode(code.toLowerCase().replaceAll("-", " "))).toEqual(hashRecoveryCode(code));
  expect(hashRecoveryCode(codes[1] ?? "")).not.toEqual(hashRecoveryCode(code));
});
