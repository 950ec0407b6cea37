import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { normalPassword } from "@/lib/accounts/password-rules";
import { runtime } from "@/lib/platform/runtime";

/**
 * One of the costs that OWASP's Password Storage Cheat Sheet gives as equal: that with little memory, 16 MB each, whose traffic is in the
 * way of pages. Whoever changes it has old hashes replaced at the next sign-in.
 */
const COST = { ln: 14, r: 8, p: 5 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const STORED = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;
/** Of nobody: what is compared when there is no account, so that this takes as long as when there is one. */
const NOBODY = formatHash(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES));

type Cost = { readonly ln: number; readonly r: number; readonly p: number };

/** The password's scrypt with a salt of its own, and with what it was made with. AppError unavailable when too many are being made. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return formatHash(COST, salt, await derive(password, salt, COST));
}

/**
 * Whether a password is the one of a hash that hashPassword gave. Without a hash the answer is no, after as much work.
 * AppError unavailable when too many are being compared.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const { cost, salt, key } = parseHash(hash ?? NOBODY);
  const isSame = timingSafeEqual(await derive(password, salt, cost), key);
  return isSame && hash !== null;
}

/** Whether a hash was made at another cost than today's. */
export function isOutdated(hash: string): boolean {
  const { cost } = parseHash(hash);
  return cost.ln !== COST.ln || cost.r !== COST.r || cost.p !== COST.p;
}

function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const { hashing, deriveKey } = runtime();
  return hashing.run(() =>
    deriveKey({ password: normalPassword(password), salt, keyBytes: KEY_BYTES, N: 2 ** ln, r, p }),
  );
}

function formatHash({ ln, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString("base64url")}$${key.toString("base64url")}`;
}

function parseHash(hash: string): { readonly cost: Cost; readonly salt: Buffer; readonly key: Buffer } {
  const [, ln, r, p, salt = "", key = ""] = STORED.exec(hash) ?? [];
  if (key === "") throw new Error("A stored password is not a hash of this portal.");
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    key: Buffer.from(key, "base64url"),
  };
}
