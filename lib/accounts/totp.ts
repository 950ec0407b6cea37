import "server-only";
import { Secret, TOTP } from "otpauth";

const STEP_S = 30;
const SECRET_BYTES = 20;
/** One step early or late, for clocks that differ and people who type (RFC 6238, section 5.2). */
const WINDOW = 1;

export type TotpSecret = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For people to type. */
  readonly base32: string;
  /** For a QR code. */
  readonly uri: string;
};

/** A new secret of a second factor, under the account's name in the owner's app. */
export function makeTotpSecret(email: string): TotpSecret {
  const totp = totpOf(new Secret({ size: SECRET_BYTES }), email);
  return { bytes: new Uint8Array(totp.secret.bytes), base32: totp.secret.base32, uri: totp.toString() };
}

/** The time step that a code belongs to, now or one before or after; null when it is none of the three. */
export function stepOfCode(secret: Uint8Array<ArrayBuffer>, code: string, now: Date): bigint | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const totp = totpOf(new Secret({ buffer: secret.slice().buffer }), "");
  const delta = totp.validate({ token, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : BigInt(Math.floor(now.getTime() / 1000 / STEP_S) + delta);
}

/** The parameters that every authenticator app knows; some know no others. */
function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: "Verandah", label, secret, algorithm: "SHA1", digits: 6, period: STEP_S });
}
