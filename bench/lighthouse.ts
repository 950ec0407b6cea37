import { spawn } from "node:child_process";
import { z } from "zod";
import { median } from "@/bench/latency";
import type { LoadOptions } from "@/bench/load/options";
import type { Findings } from "@/bench/load/report/findings";
import { publish } from "@/bench/load/report/publish";
import { readMixUrls } from "@/bench/load/stage-urls";
import { withPortal } from "@/bench/load/with-portal";
import type { Case } from "@/bench/search/bounds";
import { withStage } from "@/bench/search/stage";
import { readLaunchEnv } from "@/lib/env";
import { findBrowser } from "@/lib/platform/services/browser";

/** Fetched when it is asked for: it brings two hundred packages, which nothing else needs. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const NAME = "lighthouse";
const ABOUT =
  "What Lighthouse says of warm pages, on a slow telephone and on a desk: of each figure the middle of three.";
/** One visit warms what a page brings beside its HTML, pictures and map; the others are measured. */
const VISITS = 4;
const FORMS = ["mobile", "desktop"] as const;
type Form = (typeof FORMS)[number];

const PERFORMANCE_LEAST = { mobile: 95, desktop: 100 } as const;
/** Of the run as a telephone. */
const MOBILE_MOST = { LCP: 1_500, CLS: 0.01, TBT: 100 } as const;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

const REPORT = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
});
type Report = z.infer<typeof REPORT>;
type Examining = { readonly form: Form; readonly browser: string };
type Run = { readonly page: string; readonly form: Form; readonly reports: readonly Report[] };

/** Runs Lighthouse on a portal of its own with each page warm. Writes its report; throws when a bound does not hold. */
export async function benchLighthouse({ listings, out }: LoadOptions): Promise<void> {
  const { CHROME_PATH: chromePath, PATH: path } = readLaunchEnv();
  const browser = findBrowser({ chromePath, path });
  if (browser === undefined) throw new Error("Lighthouse needs Chrome, Chromium or Edge: set CHROME_PATH.");
  await withStage(listings, log, (stage) =>
    withPortal(stage, { processes: 1, knowsAddress: true }, async ({ members: [member] }) => {
      const origin = member?.origin ?? "";
      const runs: Run[] = [];
      for (const [page, address] of Object.entries(await pagesOf(stage.databaseUrl))) {
        for (const form of FORMS) {
          log(`${page}, ${form}: ${address}`);
          const reports: Report[] = [];
          for (let n = 0; n < VISITS; n++)
            reports.push(await examine(`${origin}${address}`, { form, browser }));
          runs.push({ page, form, reports: reports.slice(1) });
        }
      }
      await publish({ name: NAME, about: ABOUT, listings, told: {}, out }, findingsOf(runs));
    }),
  );
}

async function pagesOf(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const { distinct } = await readMixUrls(databaseUrl, 200);
  const listing = distinct.find(({ kind }) => kind === "listing")?.path;
  if (listing === undefined) throw new Error("There is no listing to show.");
  return { home: "/", results: "/buy/nsw", listing, suburb: "/suburb/nsw/newtown" };
}

/** Runs Lighthouse in a browser of its own; once more when it fails, for now and then a browser loses its trace. Rejects with what it says then. */
function examine(url: string, options: Examining): Promise<Report> {
  return examineOnce(url, options).catch((error: Error) => {
    log(error.message);
    return examineOnce(url, options);
  });
}

function examineOnce(url: string, { form, browser }: Examining): Promise<Report> {
  const args = [
    ...["--yes", LIGHTHOUSE, url, "--quiet", "--output=json", "--output-path=stdout"],
    ...[`--only-categories=${CATEGORIES.join(",")}`, "--chrome-flags=--headless=new --no-sandbox"],
    ...(form === "desktop" ? ["--preset=desktop"] : []),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn("npx", args, {
      env: { ...process.env, CHROME_PATH: browser },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [said, wrong] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      wrong = `${wrong}${chunk.toString()}`.slice(-2_000);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== 0) return reject(new Error(`Lighthouse ended with ${code} for ${url}: ${wrong}`));
      const report = REPORT.parse(JSON.parse(said));
      if (report.runtimeError) return reject(new Error(`Lighthouse: ${report.runtimeError.message}`));
      resolve(report);
    });
  });
}

function findingsOf(runs: readonly Run[]): Findings {
  return {
    cases: runs.map(caseOf),
    tables: [
      {
        title: "What else it finds",
        columns: ["page", "finding"],
        rows: runs.flatMap(({ page, form, reports }) =>
          [...new Set(reports.flatMap(findings))].map((title) => [`${page}, ${form}`, title]),
        ),
      },
    ],
    charts: [],
    notes: [],
    data: runs,
  };
}

function findings({ audits }: Report): readonly string[] {
  return Object.values(audits).flatMap(({ title, score }) => (score !== null && score < 0.9 ? [title] : []));
}

function caseOf({ page, form, reports }: Run): Case {
  const score = (name: (typeof CATEGORIES)[number]) =>
    median(reports.map(({ categories }) => Math.round((categories[name]?.score ?? 0) * 100)));
  const metric = (audit: string) =>
    median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN));
  const metrics = {
    LCP: metric("largest-contentful-paint"),
    CLS: metric("cumulative-layout-shift"),
    TBT: metric("total-blocking-time"),
  };
  return {
    name: `${page}, ${form}`,
    figures: [
      { name: "performance", value: score("performance"), unit: "", least: PERFORMANCE_LEAST[form] },
      ...(["accessibility", "best-practices", "seo"] as const).map(
        (name) => ({ name, value: score(name), unit: "", least: 100 }) as const,
      ),
      ...(["LCP", "CLS", "TBT"] as const).map((name) => ({
        ...{ name, value: metrics[name], unit: name === "CLS" ? ("" as const) : ("ms" as const) },
        ...(form === "mobile" ? { most: MOBILE_MOST[name] } : {}),
      })),
    ],
  };
}

function log(line: string): void {
  console.error(line);
}
