const ESCAPED: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/**
 * Data as the text of a script element: JSON in which nothing can end the element, begin a comment or an entity, or break a line of an
 * older JavaScript. Whatever parses JSON reads the same data. What is undefined is left out; half a surrogate pair is spelt out.
 */
export function scriptText(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => ESCAPED[character] ?? "");
}
