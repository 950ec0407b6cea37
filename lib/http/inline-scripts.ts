const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
/** Neighbours without attributes run one after the other, whether they are two or one. */
const BORDER = /(<script>[^<]*(?:<(?!\/script>)[^<]*)*)<\/script><script>/g;

/**
 * A page with neighbouring inline scripts made one: Next writes one for every piece of its payload that was ready, and each would need a
 * hash of its own in the page's policy.
 */
export function mergeInlineScripts(html: string): string {
  let merged = html;
  for (let before = ""; before !== merged; ) {
    before = merged;
    merged = merged.replace(BORDER, "$1\n;");
  }
  return merged;
}

/** The texts of the scripts that stand in a page, as browsers hash them: not those from a file, nor data. */
export function inlineScripts(html: string): readonly string[] {
  const texts: string[] = [];
  for (const [, attributes = "", text = ""] of html.matchAll(SCRIPT)) {
    const type = /\btype="([^"]*)"/.exec(attributes)?.[1];
    const isRun = type === undefined || type === "module" || /javascript$/.test(type);
    if (isRun && !/\bsrc="/.test(attributes)) texts.push(text);
  }
  return texts;
}
