import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { Env } from "@/lib/env";
import type { RequestSource } from "@/lib/platform/runtime";

type Trust = Pick<Env, "TRUST_PROXY" | "PUBLIC_URL">;

/** Who asks and what for; of what proxies say as much is believed as TRUST_PROXY says. PUBLIC_URL goes before what the request came to. */
export function sourceOf(request: IncomingMessage, trust: Trust): RequestSource {
  return { address: addressOf(request, trust.TRUST_PROXY), origin: originOf(request, trust) };
}

/** With n proxies, the address that the outermost of them saw. What lies beyond, whoever asks may have made up. */
function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const peer = plainAddress(socket.remoteAddress ?? "") ?? "0.0.0.0";
  const named = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  let address = peer;
  for (const name of named.reverse().slice(0, proxies)) {
    const next = plainAddress(name.trim());
    if (next === null) return address;
    address = next;
  }
  return address;
}

/** Without port and brackets, and of an IPv4 address that came by IPv6 the IPv4 address; null when it is none. */
function plainAddress(text: string): string | null {
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? [];
  const bare = bracketed ?? (/^[\d.]+:\d+$/.test(text) ? text.slice(0, text.indexOf(":")) : text);
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, "").replace(/%.*$/, "");
  return isIP(address) === 0 ? null : address.toLowerCase();
}

function originOf({ headers }: IncomingMessage, { PUBLIC_URL, TRUST_PROXY }: Trust): string | null {
  if (PUBLIC_URL !== undefined) return new URL(PUBLIC_URL).origin;
  const told = TRUST_PROXY > 0 ? [headers["x-forwarded-proto"] ?? []].flat().join(",").split(",") : [];
  const scheme = told.slice(-TRUST_PROXY)[0]?.trim() === "https" ? "https" : "http";
  const url = `${scheme}://${headers.host ?? ""}`;
  if (!URL.canParse(url)) return null;
  const { origin, href } = new URL(url);
  return href === `${origin}/` ? origin : null;
}
