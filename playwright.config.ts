import { defineConfig } from "@playwright/test";

/**
 * The portal stands at BASE_URL already, over a seeded database, and at KIT_URL one in development, which alone has the page of
 * the design kit. The browser is the system's own, at CHROME_PATH.
 */
export default defineConfig({
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: "list",
  outputDir: ".data/browser-tests",
  projects: [
    {
      name: "portal",
      testDir: "tests/browser",
      use: { baseURL: process.env.BASE_URL ?? "http://localhost:3000" },
    },
    {
      name: "kit",
      testDir: "tests/kit",
      // axe reads a long page, on a server that compiles it first.
      timeout: 120_000,
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
