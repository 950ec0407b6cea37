import { createHash } from "node:crypto";
import type { Env } from "@/lib/env";
import { isHttps } from "@/lib/http/trustworthy";
import { THEME_SCRIPT } from "@/lib/theme-script";

/** Two years, as browsers' preload list asks for. */
const HSTS = "max-age=63072000; includeSubDomains";

/** Longer policies do not fit into what proxies keep for the head of an answer. */
export const POLICY_BYTES_MAX = 4 * 1024;

type Header = readonly [name: string, value: string];

/** What every answer says to browsers, whatever it is. */
export function securityHeaders({ PUBLIC_URL }: Pick<Env, "PUBLIC_URL">): readonly Header[] {
  const always: Header[] = [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
  ];
  return PUBLIC_URL !== undefined && isHttps(PUBLIC_URL)
    ? [...always, ["Strict-Transport-Security", HSTS]]
    : always;
}

/** The policy of an answer that is no page: nothing in it may do anything. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Whose maps pages show, if not the portal's own. */
type MapEnv = Pick<Env, "MAP_STYLE_URL">;

/** The policy of a page that many may have: of the scripts that stand in it, those with these texts may run. */
export function hashedPolicy(inlineScripts: readonly string[], env: MapEnv): string {
  return pagePolicy(new Set(inlineScripts.map(hashOf)), env);
}

/** The policy of a page that is made for one request. Next puts the nonce on each script, but for the theme's, which a component writes. */
export function noncePolicy(nonce: string, env: MapEnv): string {
  return pagePolicy([`'nonce-${nonce}'`, THEME_HASH], env);
}

function pagePolicy(scripts: Iterable<string>, { MAP_STYLE_URL }: MapEnv): string {
  const maps = MAP_STYLE_URL === undefined ? [] : [new URL(MAP_STYLE_URL).origin];
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    // Attributes, which no hash can stand for: React writes them, and so do popups and charts.
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...maps].join(" "),
    ["connect-src 'self'", ...maps].join(" "),
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

const THEME_HASH = hashOf(THEME_SCRIPT);
