import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { CLONE } from "@/lib/platform/services/clone";
import { get, startBuiltPortals } from "@/tests/support/built-portal";

/** What a page may bring beyond what the framework brings to an empty one, compressed. */
const OWN_SCRIPTS_MAX = 40_000;
const MANIFEST = z.object({ rootMainFiles: z.array(z.string()) });

let portals: Awaited<ReturnType<typeof startBuiltPortals>>;
beforeAll(async () => {
  portals = await startBuiltPortals(1);
});
afterAll(() => portals.stop());

const PAGES: Readonly<Record<string, (listingId: string) => string>> = {
  home: () => "/",
  results: () => "/buy/nsw",
  "a listing": (id) => `/listing/1-first-street-ashby-nsw-${id}`,
  "a suburb": () => "/suburb/nsw/ashby",
  "an agency": () => "/agency/harbour",
  "an agent": () => "/agent/harbour-agent",
  about: () => "/about",
};

test.for(Object.entries(PAGES))("%s brings at most 40 KB of scripts of its own", async ([, pathOf]) => {
  const path = pathOf(String(portals.world.shown.id));
  const { status, text } = await get(origin(), path);
  expect(status).toBe(200);
  const own = scriptsIn(text).filter((script) => !frameworkScripts().has(script));
  const sizes = await Promise.all(
    own.map(async (script) => gzipSync((await get(origin(), script)).body).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(OWN_SCRIPTS_MAX);
});

/** The scripts that a browser loads once it has painted the page; those of old browsers are not among them. */
function scriptsIn(html: string): readonly string[] {
  expect(html).not.toMatch(/<script[^>]*\bsrc="[^"]+"[^>]*\basync\b/);
  return z.array(z.string()).parse(JSON.parse(/\blet files=(\[[^\]]*\])/.exec(html)?.[1] ?? "null"));
}

/** Those of a page with nothing in it. */
function frameworkScripts(): ReadonlySet<string> {
  const manifest = MANIFEST.parse(JSON.parse(readFileSync(join(CLONE, ".next/build-manifest.json"), "utf8")));
  return new Set(manifest.rootMainFiles.map((file) => `/_next/${file}`));
}

function origin(): string {
  return portals.origins[0] ?? "";
}
