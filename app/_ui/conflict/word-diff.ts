export type DiffPart = { readonly text: string; readonly isShared: boolean };

/** Beyond this many pairs of words the two are shown as wholly different, rather than holding up the page. */
const PAIRS_MAX = 250_000;

/**
 * Two texts in parts, each marked whether the other has it too, by the longest common subsequence of their words and spaces
 * (Wagner and Fischer, 1974). The parts of each, joined, are the text.
 */
export function wordDiff(
  theirs: string,
  mine: string,
): { theirs: readonly DiffPart[]; mine: readonly DiffPart[] } {
  const [one, other] = [wordsOf(theirs), wordsOf(mine)];
  if (one.length * other.length > PAIRS_MAX)
    return { theirs: [{ text: theirs, isShared: false }], mine: [{ text: mine, isShared: false }] };
  const shared = commonSubsequence(one, other);
  return {
    theirs: joined(one, new Set(shared.map(([index]) => index))),
    mine: joined(other, new Set(shared.map(([, index]) => index))),
  };
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** The places of the shared words, as pairs of indexes. */
function commonSubsequence(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Neighbours of one kind as one part. */
function joined(words: readonly string[], shared: ReadonlySet<number>): DiffPart[] {
  const parts: { text: string; isShared: boolean }[] = [];
  for (const [index, text] of words.entries()) {
    const isShared = shared.has(index);
    const last = parts.at(-1);
    if (last?.isShared === isShared) last.text += text;
    else parts.push({ text, isShared });
  }
  return parts;
}
