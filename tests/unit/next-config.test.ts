import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants";
import { expect, test } from "vitest";
import config from "@/next.config";

test("pages for development are no pages in a build, nor where it is served", () => {
  expect(config(PHASE_DEVELOPMENT_SERVER).pageExtensions).toContain("dev.tsx");
  for (const phase of [PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER])
    expect(config(phase).pageExtensions).not.toContain("dev.tsx");
});
