import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { acceptedEncoding } from "@/lib/http/accepted-encoding";
import { namesEntity } from "@/lib/http/entity-tag";
import { dropInternalHeaders } from "@/lib/http/inbound-headers";
import { inlineScripts, mergeInlineScripts } from "@/lib/http/inline-scripts";
import { readRscRequest } from "@/lib/http/rsc-request";
import { hashedPolicy, noncePolicy, securityHeaders } from "@/lib/http/security-headers";

test.for([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["BR;q=0.5, GZIP", "gzip"],
  ["br;q=0, gzip;q=0.1", "gzip"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["gzip;q=0", "identity"],
  ["deflate", "identity"],
  ["identity;q=1, gzip;q=0.5", "identity"],
  ["br;q=much", "identity"],
] as const)("of Accept-Encoding “%s” the answer is %s", ([header, encoding]) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

test.for([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ['"b,c","a"', true],
  ["*", true],
  ['"b"', false],
  ["a", false],
  ['"b,a"', false],
  [undefined, false],
] as const)('If-None-Match %s, asked of "a": %s', ([header, isNamed]) => {
  expect(namesEntity(header, '"a"')).toBe(isNamed);
});

test("neighbouring inline scripts become one, which does what they did, and those with a name stay what they are", () => {
  const page =
    '<script src="/a.js" async=""></script><script>a("</p>")</script><script>b()</script><p></p><script>c()</script><script id="x">d()</script><script type="application/ld+json">{}</script>';
  const merged = mergeInlineScripts(page);
  expect(merged).toContain('<script>a("</p>")\n;b()</script><p></p><script>c()</script><script id="x">d()');
  expect(inlineScripts(merged)).toEqual(['a("</p>")\n;b()', "c()", "d()"]);
});

test("a policy lets scripts run by hash or by nonce, and none because it stands in the page", () => {
  // As browsers reckon it: openssl dgst -sha256 -binary | base64.
  expect(hashedPolicy(["alert(1)"], {})).toContain(
    "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';",
  );
  for (const policy of [hashedPolicy(["a"], {}), noncePolicy("n", {})])
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain("unsafe");
});

test("pages load pictures and data from the portal, and besides only from the origin of its maps, if they are another's", () => {
  const allowed = (policy: string, what: string) =>
    policy.split("; ").find((directive) => directive.startsWith(`${what} `));
  expect(allowed(hashedPolicy([], {}), "connect-src")).toBe("connect-src 'self'");
  const env = { MAP_STYLE_URL: "https://maps.example/styles/plain.json?key=1" };
  for (const policy of [hashedPolicy([], env), noncePolicy("n", env)]) {
    expect(allowed(policy, "connect-src")).toBe("connect-src 'self' https://maps.example");
    expect(allowed(policy, "img-src")).toBe("img-src 'self' data: blob: https://maps.example");
    expect(policy.match(/https?:/g)).toHaveLength(2);
  }
});

test("browsers are told to come by https alone where the portal is reached by it", () => {
  const namesAt = (PUBLIC_URL: string) => securityHeaders({ PUBLIC_URL }).map(([name]) => name);
  expect(namesAt("https://homes.example")).toContain("Strict-Transport-Security");
  expect(namesAt("http://localhost:3000")).not.toContain("Strict-Transport-Security");
});

test("what only Next's own infrastructure says is dropped, in both lists of headers", () => {
  const headers = {
    host: "a",
    "x-middleware-subrequest": "1",
    "x-nextjs-data": "1",
    "x-now-route-matches": "1",
    "next-action": "x",
    "x-forwarded-host": "b",
  };
  const request = { headers: { ...headers }, rawHeaders: Object.entries(headers).flat() };
  dropInternalHeaders(request as unknown as IncomingMessage);
  expect(request).toEqual({ headers: { host: "a" }, rawHeaders: ["host", "a"] });
});

test("the router's headers make one key each, in whatever order and with whatever beside them", () => {
  const tree = "%5B%22%22%5D";
  const asked = readRscRequest({ rsc: "1", "next-router-state-tree": tree, cookie: "a=1", accept: "*/*" });
  expect(asked).toMatchObject({ headers: { rsc: "1", "next-router-state-tree": tree } });
  const others = [
    { rsc: "1" },
    { rsc: "1", "next-router-state-tree": `${tree} ` },
    { rsc: "1", "next-router-prefetch": "1", "next-router-state-tree": tree },
    { rsc: "1", "next-router-segment-prefetch": "/_tree", "next-router-state-tree": tree },
  ];
  const keys = [asked, ...others.map(readRscRequest)].map((each) => each?.key);
  expect(new Set(keys).size).toBe(5);
  expect(keys).not.toContain(undefined);
});

test("what _rsc must be is what Next's router makes it", async () => {
  const { computeCacheBustingSearchParam: byNext } = await import(
    "next/dist/shared/lib/router/utils/cache-busting-search-param.js"
  );
  const tree = "%5B%22%22%5D";
  expect(readRscRequest({ rsc: "1" })?.check).toBe(await byNext(undefined, undefined, undefined, undefined));
  expect(readRscRequest({ rsc: "1", "next-router-state-tree": tree })?.check).toBe(
    await byNext(undefined, undefined, tree, undefined),
  );
  expect(
    readRscRequest({ rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" })
      ?.check,
  ).toBe(await byNext("1", "/_tree", undefined, undefined));
  const sent = readRscRequest({ rsc: "1", "next-router-state-tree": tree, "next-url": "/buy" });
  expect(sent?.sentCheck).toBe(await byNext(undefined, undefined, tree, "/buy"));
  expect(sent?.check).toBe(await byNext(undefined, undefined, tree, undefined));
});
