import { join } from "node:path";
import { buildPortal, isBuilt } from "@/bin/launcher/build";
import { explain } from "@/bin/launcher/fail";
import { startPortal, untilReady } from "@/bin/launcher/portal";
import { readPlaywrightReport, readVitestReport } from "@/bin/launcher/reports";
import { ensureRedis, installIfAllowed, missingDeployedPrograms, wayToGet } from "@/bin/launcher/services";
import type { Stack } from "@/bin/launcher/stack";
import { note, step } from "@/bin/launcher/steps.mjs";
import { countAsOne, type TestRun } from "@/bin/launcher/test-run";
import { ENV, readLaunchEnv } from "@/lib/env";
import { findBrowser } from "@/lib/platform/services/browser";
import { CLONE } from "@/lib/platform/services/clone";
import { freePort } from "@/lib/platform/services/ports";
import { startPostgres } from "@/lib/platform/services/postgres";
import { startRedis } from "@/lib/platform/services/redis";
import type { ServiceUrls } from "@/lib/platform/services/running-services";
import { migrate } from "@/prisma/migrate";
import { seed } from "@/prisma/seed/seed";

const BROWSER_LISTINGS = 400;

type Means = {
  readonly run: TestRun;
  readonly stack: Stack;
  /** Of this run alone; it is removed at the end. */
  readonly folder: string;
  readonly install: boolean | undefined;
};
type Environment = Readonly<Record<string, string | undefined>>;

/** Everything in the order of cost; what cannot run here is named, and the rest runs. */
export async function runAllTests(means: Means): Promise<void> {
  const { run, install } = means;
  const urls = await startServices(means);
  const browser = await provideBrowser(install);
  if (urls.redisUrl === undefined)
    run.missing("the integration and browser tests, which need Redis", wayToGet("redis"));
  if (browser === undefined)
    run.missing("the browser tests, which need Chrome, Chromium or Edge", wayToGet("browser"));

  await step("deployment", async () => {
    const missing = await missingDeployedPrograms(install);
    if (missing.length === 0) return "nginx, Prometheus, Varnish";
    run.missing(
      `the tests of nginx's, Prometheus's and Varnish's configuration that need ${missing.join(", ")}`,
      "sudo apt-get install nginx prometheus varnish gcc",
    );
    return "not all";
  });

  const env = testEnvironment(urls, browser);
  await run.suite("checks", ["npm", "run", "--silent", "check"], env, countAsOne);
  await vitest(
    means,
    "unit and integration tests",
    urls.redisUrl === undefined ? ["unit"] : ["unit", "integration"],
    env,
  );
  if (!(await built(means)))
    return run.missing(
      "the launcher and browser tests, which need the build",
      "correct what next build says",
    );
  await vitest(means, "fault run", ["faults"], env);
  await vitest(means, "launcher tests", ["launcher"], env);
  if (urls.redisUrl !== undefined) await vitest(means, "tests of whole answers", ["http"], env);
  if (browser !== undefined && urls.redisUrl !== undefined) await browserTests(means, urls, env);
}

async function startServices({ stack, folder, install }: Means): Promise<ServiceUrls> {
  let databaseUrl = "";
  let redisUrl: string | undefined;
  await step("Postgres", async () => {
    const postgres = await startPostgres({
      dataDir: join(folder, "postgres"),
      throwaway: true,
      log: note,
      onStart: stack.add,
    });
    databaseUrl = postgres.url;
    return "of this run alone";
  });
  await step("Redis", async () => {
    if (!(await ensureRedis(install))) return "none";
    const { PATH } = readLaunchEnv();
    redisUrl = (await startRedis({ logFile: join(folder, "redis.log"), path: PATH, onStart: stack.add }))
      ?.url;
    return "of this run alone";
  });
  return { databaseUrl, redisUrl };
}

async function provideBrowser(install: boolean | undefined): Promise<string | undefined> {
  const { CHROME_PATH: chromePath, PATH: path } = readLaunchEnv();
  let browser: string | undefined;
  await step("browser", async () => {
    browser = findBrowser({ chromePath, path });
    if (browser === undefined) await installIfAllowed("browser", install);
    browser ??= findBrowser({ chromePath, path });
    return browser ?? "none";
  });
  return browser;
}

/** The tests know nothing of how somebody's own portal is set, nor of its database. */
function testEnvironment({ databaseUrl, redisUrl }: ServiceUrls, browser: string | undefined): Environment {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !(name in ENV.shape)),
  );
  return {
    ...environment,
    NEXT_TELEMETRY_DISABLED: "1",
    VERANDAH_TEST_DATABASE_URL: databaseUrl,
    ...(redisUrl === undefined ? {} : { VERANDAH_TEST_REDIS_URL: redisUrl }),
    ...(browser === undefined ? {} : { CHROME_PATH: browser }),
  };
}

function vitest(
  { run, folder }: Means,
  name: string,
  projects: readonly string[],
  env: Environment,
): Promise<void> {
  const report = join(folder, `${projects[0]}.json`);
  const command = [
    ...[process.execPath, join(CLONE, "node_modules/vitest/vitest.mjs"), "run"],
    ...projects.flatMap((project) => ["--project", project]),
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ];
  return run.suite(name, command, env, (exitCode) => readVitestReport(report, exitCode));
}

async function built({ run, stack }: Means): Promise<boolean> {
  try {
    await step("build", async () => {
      if (isBuilt()) return "unchanged";
      await buildPortal((process) => stack.add(process, { mayEnd: true }));
      return "done";
    });
    return true;
  } catch (thrown) {
    process.stderr.write(`${explain(thrown)}\n`);
    run.failed("the build");
    return false;
  }
}

async function browserTests(
  { run, stack, folder }: Means,
  urls: ServiceUrls,
  env: Environment,
): Promise<void> {
  await migrate(urls.databaseUrl);
  await seed(urls.databaseUrl, { listings: BROWSER_LISTINGS });
  const portal = await startPortal({
    urls,
    port: await freePort(),
    logFile: join(folder, "server.log"),
    onStart: stack.add,
  });
  // Only in development is there a page of the design kit.
  const kit = await startPortal({
    urls,
    port: await freePort(),
    logFile: join(folder, "kit.log"),
    isDevelopment: true,
    showOutput: false,
    onStart: stack.add,
  });
  await Promise.all([untilReady(portal), untilReady(kit)]);
  const report = join(folder, "playwright.json");
  const command = [
    process.execPath,
    join(CLONE, "node_modules/@playwright/test/cli.js"),
    "test",
    "--reporter=list,json",
  ];
  const browserEnv = {
    ...env,
    BASE_URL: portal.url,
    // The command line makes accounts for the tests to sign in with.
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    KIT_URL: kit.url,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  await run.suite("browser tests", command, browserEnv, (exitCode) => readPlaywrightReport(report, exitCode));
}
