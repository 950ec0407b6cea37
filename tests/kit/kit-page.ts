import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** A server in development compiles the page when it is first asked for. */
const FIRST_ANSWER_MS = 60_000;
/** The badge of Next's development tools is not ours. */
const NOT_OURS = "nextjs-portal";

/** Playwright's test, whose page is the design kit, without movement, and fails it on any error in the console. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const noise: string[] = [];
    page.on("pageerror", (error) => noise.push(`threw: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") noise.push(`console: ${message.text()}`);
    });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("/dev/kit", { timeout: FIRST_ANSWER_MS });
    await untilAlive(page);
    await use(page);
    expect(noise, "errors in the console").toEqual([]);
  },
});

/** What axe finds wrong on the page, or in a part of it: each rule with the elements that break it. */
export async function faults(page: Page, part?: string): Promise<readonly string[]> {
  await layOutAll(page);
  const axe = new AxeBuilder({ page }).exclude(NOT_OURS);
  if (part !== undefined) {
    // A popup belongs to the control that opened it, and lies outside the landmarks of the page.
    axe.include(part).disableRules(["region"]);
  }
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, goal: Locator, pressesMax = 20): Promise<void> {
  for (let press = 0; press < pressesMax; press += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(goal).toBeFocused();
}

/** React answers only once it has taken over what the server sent; a counter counts from then on. */
async function untilAlive(page: Page): Promise<void> {
  await expect(page.getByText("20 of 40")).toBeVisible();
}

/** Of what was not painted yet Chromium 150 tells colours that it will never be painted in. */
async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const part of document.querySelectorAll<HTMLElement>(".later-drawn"))
      part.style.contentVisibility = "visible";
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
}
