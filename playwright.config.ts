import { defineConfig } from "@playwright/test";

/** The portal stands at BASE_URL already, over a seeded database; the browser is the system's own, at CHROME_PATH. */
export default defineConfig({
  testDir: "tests/browser",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: "list",
  outputDir: ".data/browser-tests",
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "en-AU",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      // Chromium refuses its sandbox to root; and it may ask nobody for anything of its own.
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
});
