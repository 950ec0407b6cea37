import { expect, test } from "vitest";
import { storedRoute } from "@/lib/http/stored-routes";

function routeOf(address: string) {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return storedRoute(pathname, searchParams)?.path ?? null;
}

test.for([
  "/",
  "/about",
  ...["/privacy", "/terms", "/accessibility", "/report", "/report?listing=42"],
  ...["/suburb/nsw/newtown", "/suburb/us-wa/98178", "/agency/harbour-homes", "/agent/jane-doe"],
  "/buy",
  "/rent/nsw",
  "/sold/nsw/newtown?beds=3-&price=-1500000",
  "/buy/nsw?keywords=garden+pool&price=-1500000",
  "/listing/12-king-street-newtown-nsw-42",
  "/listing/42",
  "/listing/12-king-street-newtown-nsw-42/share.jpg",
  "/api/listings?channel=buy",
  "/api/listings/42",
  "/api/listings/42/similar",
  "/robots.txt",
  "/sitemap.xml",
  "/sitemap/us-wa/12.xml",
  "/sitemap/nsw/214749.xml",
  ...["/sitemap/nsw/suburbs.xml", "/sitemap/agencies/1.xml", "/sitemap/agents/1.xml"],
  "/feed/buy",
  "/feed/sold/nsw/newtown?beds=3-&price=-1500000",
  "/api/listings/42/inspections/all.ics",
  "/api/listings/42/inspections/20261128T000000Z.ics",
  "/api/localities?q=new&limit=8",
  "/api/localities/nsw/newtown",
  "/api/map?channel=buy&bounds=151,-34,152,-33&zoom=9",
  "/api/map/labels?bounds=151,-34,152,-33&zoom=9",
])("%s is stored under its own spelling", (address) => {
  expect(routeOf(address)).toBe(address);
});

test.for([
  ["/?utm_source=letter&gclid=1", "/"],
  ["/suburb/nsw/newtown?utm_source=letter", "/suburb/nsw/newtown"],
  ["/agency/harbour-homes?fbclid=1", "/agency/harbour-homes"],
  ["/report?utm_source=letter&listing=42", "/report?listing=42"],
  ["/buy/nsw?utm_source=letter&beds=3-", "/buy/nsw?beds=3-"],
  ["/api/listings?beds=3-&channel=buy&fbclid=1", "/api/listings?channel=buy&beds=3-"],
  ["/buy?keywords=garden%20pool", "/buy?keywords=garden+pool"],
  ["/api/listings", "/api/listings?channel=buy"],
  ["/sitemap.xml?utm_source=x", "/sitemap.xml"],
  ["/feed/buy/nsw?utm_source=letter&beds=3-", "/feed/buy/nsw?beds=3-"],
  ["/api/localities?limit=8&q=%20NEW,%20town", "/api/localities?q=new%20town&limit=8"],
  [
    "/api/map?zoom=9&bounds=151.01,-33.99,151.9,-33.1&channel=buy",
    "/api/map?channel=buy&bounds=151,-34,152,-33&zoom=9",
  ],
  [
    "/api/map/labels?zoom=9&bounds=151.01,-33.99,151.9,-33.1&gclid=1",
    "/api/map/labels?bounds=151,-34,152,-33&zoom=9",
  ],
] as const)("%s shares the entry of %s", ([address, path]) => {
  expect(routeOf(address)).toBe(path);
});

test.for([
  ...[
    "/?page=2",
    "/about?x=1",
    "/about/",
    "//about",
    "/About",
    "/search?place=newtown",
    "/sign-in",
    "/console",
    "/dev/kit",
  ],
  ...[
    ...["/suburb", "/suburb/nsw", "/suburb/NSW/newtown", "/suburb/nsw/Newtown", "/suburb/nsw/new%20town"],
    ...["/suburb/nsw/newtown/", "/suburb/nsw/newtown/more", "/suburb/nsw/newtown?x=1"],
    ...["/agency", "/agency/", "/agency/A", "/agency/a/b", "/agency/a?x=1", `/agency/${"a".repeat(201)}`],
    ...["/agent/", "/agent/a--b", "/report/", "/report?listing=042", "/report?listing=a-42"],
    ...["/report?listing=42&listing=42", "/report?listing=42&x=1", "/report?x=1", "/report?listing="],
    ...["/report/sent?reference=ABCD2345", "/report/refused?why=wait", "/sitemap/NSW/suburbs.xml"],
  ],
  ...[
    "/buy/NSW",
    "/buy?beds=03-",
    "/buy?price=-1&beds=3-",
    "/buy?nonsense=1",
    "/buy/a/b/c",
    "/buy/",
    "/buy?beds=3-&beds=3-",
  ],
  ...[
    "/listing/",
    "/listing/name",
    "/listing/Name-42",
    "/listing/a-42/b",
    "/listing/a-42/share.jpg/",
    "/listing/a-42/share.jpg?x=1",
    "/listing/a-042",
    "/listing/a-42?x=1",
    `/listing/${"a".repeat(200)}-1`,
  ],
  ...[
    "/api/listings?beds=x",
    "/api/listings?nonsense=1",
    "/api/listings/042",
    "/api/listings/42?x=1",
    "/api/listings/42/similar?utm_source=x",
  ],
  ...[
    "/api/listings/42/other",
    "/api/localities",
    "/api/localities?q=",
    "/api/localities/nsw",
    "/api/localities/NSW/newtown",
  ],
  ...[
    "/api/map?channel=buy",
    "/api/map/labels?bounds=151,-34,152,-33",
    "/api/map/labels?bounds=151,-34,152,-33&zoom=9&beds=3-",
    "/api/map/other?bounds=151,-34,152,-33&zoom=9",
    "/api/account",
    "/api/console/listings",
    ...["/robots.txt?x=1", "/sitemap/nsw", "/sitemap/nsw/0.xml", "/sitemap/nsw/1", "/sitemap/NSW/1.xml"],
    ...[
      "/sitemap/nsw/01.xml",
      "/sitemap/nsw/214750.xml",
      "/sitemap/nsw/1.xml/more",
      "/sitemap/nsw/1.xml?x=1",
      "/feed",
      "/feed/let",
    ],
    ...["/feed/buy?sort=price-up", "/feed/buy?limit=2", "/feed/buy?nonsense=1", "/feed/buy/NSW"],
    "/api/listings/42/similar/more",
    "/api/listings/42/inspections",
    "/api/listings/42/inspections/all",
    "/api/listings/42/inspections/all.ics?x=1",
    "/api/listings/042/inspections/all.ics",
    "/api/listings/42/similar/all.ics",
    "/api/listings/42/inspections/all.ics/more",
    "/favicon.svg",
    "/_next/static/a.js",
  ],
])("%s is not stored", (address) => {
  const queryAt = address.indexOf("?");
  const pathname = queryAt === -1 ? address : address.slice(0, queryAt);
  expect(storedRoute(pathname, new URLSearchParams(queryAt === -1 ? "" : address.slice(queryAt)))).toBeNull();
});
