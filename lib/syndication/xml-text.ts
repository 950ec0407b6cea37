const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/**
 * A text as the content of an element or an attribute of XML 1.0: what reads it reads the text. Characters that no document may hold
 * (control characters, half a surrogate pair, U+FFFE and U+FFFF) are left out; a carriage return, which a reader would take for a line feed, is spelt out.
 */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (character) => ESCAPED[character] ?? "")
    .replaceAll("\r", "&#13;");
}

/** An element that holds a text. */
export function xmlElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
