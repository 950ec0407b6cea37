import { AppError } from "@/lib/errors";
import { isHttps, isTrustworthy } from "@/lib/http/trustworthy";

const TOKEN = /^[\w-]{43}$/;

/**
 * What the cookie of a session is called at an origin. By https browsers keep the prefix's promise: this host set it, and no other. On this
 * machine by plain http they differ in what they take, so there it has none; nowhere else is there a cookie by plain http: null.
 */
function cookieName(origin: string | null): string | null {
  if (origin === null || !isTrustworthy(origin)) return null;
  return isHttps(origin) ? "__Host-verandah-session" : "verandah-session";
}

/** Whether there may be a session in the cookies of a request, whatever its cookie is called here. */
export function mayHoldSession(cookies: string): boolean {
  return cookies.includes("verandah-session=");
}

/** The token in the cookies of a request, or null. What may be a cookie of the other name is not looked at. */
export function readSessionToken(cookies: string | null, origin: string | null): string | null {
  const name = cookieName(origin);
  if (name === null || cookies === null) return null;
  const found = cookies.split(";").find((cookie) => cookie.trim().startsWith(`${name}=`));
  const value = found?.trim().slice(name.length + 1) ?? "";
  return TOKEN.test(value) ? value : null;
}

/** The Set-Cookie that gives a browser its token. AppError forbidden by plain http to anywhere but this machine. */
export function sessionCookie(token: string, expiresAt: Date, origin: string | null): string {
  return `${start(token, origin)}; Expires=${expiresAt.toUTCString()}`;
}

/** The Set-Cookie that takes it away. */
export function noSessionCookie(origin: string | null): string {
  return `${start("", origin)}; Max-Age=0`;
}

/** AppError forbidden where a session could not be kept safe. */
export function requireCookie(origin: string | null): void {
  start("", origin);
}

function start(value: string, origin: string | null): string {
  const name = cookieName(origin);
  if (name === null || origin === null)
    throw new AppError(
      "forbidden",
      "Nobody can sign in by plain http, where what they send can be read on the way: use https, or the machine itself by http://localhost.",
    );
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps(origin) ? "; Secure" : ""}`;
}
