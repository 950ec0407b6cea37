/** How one address came to show an edit. Milliseconds since the edit was answered. */
export type Shown = {
  readonly where: string;
  /** When the first answer that shows it had arrived. */
  readonly shownMs: number;
  /** When that answer was asked for. */
  readonly askedMs: number;
  /** How many answers before it did not show it. */
  readonly old: number;
};

const GIVEN_UP_MS = 10_000;

/** Asks an address, one question after the other, until its answer has the text in it. */
export async function untilShown(
  url: string,
  { text, since }: { readonly text: string; readonly since: number },
): Promise<Omit<Shown, "where">> {
  let old = 0;
  while (performance.now() - since < GIVEN_UP_MS) {
    const askedMs = performance.now() - since;
    const body = await (await fetch(url, { redirect: "error" })).text();
    if (body.includes(text)) return { shownMs: performance.now() - since, askedMs, old };
    old += 1;
  }
  throw new Error(`${url} did not show ${text} within ${GIVEN_UP_MS} ms.`);
}
