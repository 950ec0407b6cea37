import { spawnSync } from "node:child_process";
import { homedir, platform } from "node:os";
import { delimiter, join } from "node:path";
import { AppError } from "@/lib/errors";

const LINUX_NAMES = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const LINUX_PLACES = [
  "/opt/google/chrome/chrome",
  "/opt/microsoft/msedge/msedge",
  "/usr/lib/chromium/chromium",
];
const MAC_PLACES = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/**
 * The Chrome, Chromium or Edge to test with: CHROME_PATH, else the usual places of Linux and macOS; undefined when there is none.
 * Each is tried, because some distributions put a stub there. AppError bad_request when CHROME_PATH is set and is no browser.
 */
export function findBrowser(options: {
  readonly chromePath: string | undefined;
  readonly path: string;
}): string | undefined {
  const { chromePath, path } = options;
  if (chromePath !== undefined) {
    if (isBrowser(chromePath)) return chromePath;
    throw new AppError(
      "bad_request",
      `CHROME_PATH is ${chromePath}, which does not run as Chrome does; correct it or unset it.`,
    );
  }
  return placesOf(platform(), path).find(isBrowser);
}

function placesOf(system: NodeJS.Platform, path: string): string[] {
  if (system === "darwin")
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      MAC_PLACES.map((app) => join(folder, app)),
    );
  const folders = [...path.split(delimiter).filter(Boolean), "/usr/bin", "/usr/local/bin"];
  return [...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...LINUX_PLACES];
}

function isBrowser(command: string): boolean {
  const { status, stdout } = spawnSync(command, ["--version"], { encoding: "utf8", timeout: 15_000 });
  return status === 0 && /chrom|edge/i.test(stdout);
}
