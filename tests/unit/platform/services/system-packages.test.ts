import { expect, test } from "vitest";
import { aptPackage, howToGet, leaveToInstall } from "@/lib/platform/services/system-packages";

const ORDINARY = { system: "debian", isRoot: false, isCi: false, asked: undefined } as const;

test("nothing of the system is changed unasked", () => {
  expect(leaveToInstall(ORDINARY)).toBeUndefined();
  expect(leaveToInstall({ ...ORDINARY, system: "brew", isCi: true })).toBeUndefined();
  expect(leaveToInstall({ ...ORDINARY, system: "other", isRoot: true, asked: true })).toBeUndefined();
});

test("--install asks for it; CI and a root shell imply it on Debian and Ubuntu, and the reason is told", () => {
  expect(leaveToInstall({ ...ORDINARY, asked: true })).toContain("--install");
  expect(leaveToInstall({ ...ORDINARY, system: "ubuntu", isCi: true })).toContain("CI");
  expect(leaveToInstall({ ...ORDINARY, isRoot: true })).toContain("root shell");
});

test("--no-install forbids it, in CI and to root too", () => {
  expect(leaveToInstall({ ...ORDINARY, isRoot: true, isCi: true, asked: false })).toBeUndefined();
});

test("Redis comes as the package without a system service, and Ubuntu's stub of a browser is never installed", () => {
  expect(aptPackage("redis", "ubuntu")).toBe("redis-tools");
  expect(aptPackage("browser", "debian")).toBe("chromium");
  expect(aptPackage("browser", "ubuntu")).toBeUndefined();
});

test("every system has words for how to get what is missing", () => {
  expect(howToGet("redis", "debian")).toBe("sudo apt-get install redis-tools");
  expect(howToGet("redis", "brew")).toBe("brew install redis");
  expect(howToGet("browser", "ubuntu")).toMatch(/Google Chrome.*CHROME_PATH/);
});
