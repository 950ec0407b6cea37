import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { sourceOf } from "@/lib/http/request-source";

type Asked = { peer?: string; headers?: IncomingMessage["headers"]; proxies?: number; publicUrl?: string };

function source({ peer = "203.0.113.7", headers = {}, proxies = 0, publicUrl }: Asked) {
  const request = { headers, socket: { remoteAddress: peer } } as unknown as IncomingMessage;
  return sourceOf(request, { TRUST_PROXY: proxies, PUBLIC_URL: publicUrl });
}

test("without a trusted proxy, whoever connects is who asks, whatever they say", () => {
  const headers = { host: "homes.example", "x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https" };
  expect(source({ headers })).toEqual({ address: "203.0.113.7", origin: "http://homes.example" });
});

test("of each trusted proxy one address is believed, from the end; what lies before may be made up", () => {
  const headers = { host: "homes.example", "x-forwarded-for": "1.1.1.1, 198.51.100.1, 10.0.0.2" };
  const addresses = [0, 1, 2, 3, 4].map((proxies) => source({ headers, proxies }).address);
  expect(addresses).toEqual(["203.0.113.7", "10.0.0.2", "198.51.100.1", "1.1.1.1", "1.1.1.1"]);
});

test("an address is read with a port, in brackets, or as IPv4 by way of IPv6; what is none ends the chain", () => {
  const seen = (forwarded: string) =>
    source({ headers: { "x-forwarded-for": forwarded }, proxies: 2 }).address;
  expect(seen("198.51.100.1:4711")).toBe("198.51.100.1");
  expect(seen("[2001:DB8::1]:4711")).toBe("2001:db8::1");
  expect(seen("2001:db8::1")).toBe("2001:db8::1");
  expect(seen("::ffff:198.51.100.1")).toBe("198.51.100.1");
  expect(seen("198.51.100.1, unknown")).toBe("203.0.113.7");
  expect(seen("<script>, 10.0.0.2")).toBe("10.0.0.2");
  expect(source({ peer: "::ffff:203.0.113.7" }).address).toBe("203.0.113.7");
});

test("the portal is called what PUBLIC_URL says, else by the request's host and by https only where a trusted proxy says so", () => {
  const headers = { host: "homes.example:8443", "x-forwarded-proto": "https" };
  expect(source({ headers, proxies: 1 }).origin).toBe("https://homes.example:8443");
  expect(source({ headers, proxies: 1, publicUrl: "https://portal.example/" }).origin).toBe(
    "https://portal.example",
  );
  expect(
    source({ headers: { host: "homes.example", "x-forwarded-proto": "https, http" }, proxies: 2 }).origin,
  ).toBe("https://homes.example");
  for (const host of [undefined, "", "a b", "user@homes.example", "homes.example/path", "homes.example?x"])
    expect(source({ headers: { host } }).origin, host).toBeNull();
});
