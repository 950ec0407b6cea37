import { SaxesParser } from "saxes";

type Read = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string };

/** The elements of a document in the order in which they begin, with the text that stands directly in each. Throws for what is not well-formed. */
export function readXml(document: string): readonly Read[] {
  const parser = new SaxesParser();
  const found: Read[] = [];
  const open: Read[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(document).close();
  return found;
}
