export type FoldedText = {
  /** Paragraphs to be read at once. */
  readonly lead: readonly string[];
  /** What is shown when it is asked for; empty where all fits. */
  readonly rest: readonly string[];
};

/** About so many characters are read at once. */
const LEAD_LENGTH = 700;
/** What is shorter is not worth a fold. */
const REST_LENGTH_MIN = 240;
/** A paragraph is cut where a sentence ends, if one does not too far before. */
const SENTENCE_END = /[.!?…](?=\s)/g;

/** A description as paragraphs, folded where it is long: between two of them, or within one that is long by itself. */
export function foldText(text: string): FoldedText {
  const all = paragraphs(text);
  const lead: string[] = [];
  let length = 0;
  for (const [at, paragraph] of all.entries()) {
    const room = LEAD_LENGTH - length;
    const after = all.slice(at + 1);
    if (lengthOf([paragraph, ...after]) <= room + REST_LENGTH_MIN)
      return { lead: [...lead, paragraph, ...after], rest: [] };
    if (paragraph.length > room + REST_LENGTH_MIN) {
      if (lead.length > 0 && room < REST_LENGTH_MIN) return { lead, rest: [paragraph, ...after] };
      const cut = cutAt(paragraph, room);
      const [first, second] = [paragraph.slice(0, cut).trimEnd(), paragraph.slice(cut).trimStart()];
      return { lead: [...lead, first], rest: [second, ...after] };
    }
    lead.push(paragraph);
    length += paragraph.length;
    if (length >= LEAD_LENGTH) return { lead, rest: after };
  }
  return { lead, rest: [] };
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** After the last sentence that ends before `room`, else after the last word, else after a whole character. */
function cutAt(paragraph: string, room: number): number {
  const head = paragraph.slice(0, room);
  const sentence = [...head.matchAll(SENTENCE_END)].at(-1);
  if (sentence !== undefined && sentence.index > room / 2) return sentence.index + 1;
  const space = head.search(/\s\S*$/);
  if (space > room / 2) return space;
  const isHalved = /[\uD800-\uDBFF]$/.test(head);
  return isHalved ? head.length - 1 : head.length;
}
