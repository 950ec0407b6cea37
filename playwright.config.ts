import { defineConfig } from "@playwright/test";

const FIRST = "first-administrator.spec.ts";
/** They publish homes, which then come first among the results. */
const CONSOLE = "console-*.spec.ts";
/** So does this, and they are no sight. */
const HOSTILE = "hostile.spec.ts";

/**
 * The portal stands at BASE_URL already, over a seeded database, and at KIT_URL one in development, which alone has the page of
 * the design kit. The browser is the system's own, at CHROME_PATH.
 */
export default defineConfig({
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // A password costs half a second of a core, and some steps take several.
  expect: { timeout: 10_000 },
  reporter: "list",
  outputDir: ".data/browser-tests",
  projects: [
    {
      // Nobody can sign in until there is one: what that looks like can be seen once.
      name: "first administrator",
      testDir: "tests/browser",
      testMatch: FIRST,
      use: { baseURL: process.env.BASE_URL ?? "http://localhost:3000" },
    },
    {
      name: "portal",
      testDir: "tests/browser",
      testIgnore: [FIRST, CONSOLE, HOSTILE],
      dependencies: ["first administrator"],
      use: { baseURL: process.env.BASE_URL ?? "http://localhost:3000" },
    },
    {
      name: "console",
      testDir: "tests/browser",
      testMatch: CONSOLE,
      dependencies: ["portal"],
      use: { baseURL: process.env.BASE_URL ?? "http://localhost:3000" },
    },
    {
      name: "hostile",
      testDir: "tests/browser",
      testMatch: HOSTILE,
      dependencies: ["console"],
      use: { baseURL: process.env.BASE_URL ?? "http://localhost:3000" },
    },
    {
      name: "kit",
      testDir: "tests/kit",
      // axe reads a long page, on a server that compiles it first.
      timeout: 120_000,
      expect: { timeout: 15_000 },
      use: { baseURL: process.env.KIT_URL ?? "http://localhost:3000" },
    },
  ],
  use: {
    locale: "en-AU",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      // Chromium refuses its sandbox to root; and it may ask nobody for anything of its own.
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
});
