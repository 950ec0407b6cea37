import { LRUCache } from "lru-cache";
import type { Env } from "@/lib/env";
import { STALE_NOTICE_ID } from "@/lib/http/stale-notice-id";
import { staleWords } from "@/lib/http/staleness";
import { contentOf, makeStoredAnswer, type StoredAnswer } from "@/lib/http/stored-answer";

/** Pages at once that are read while the database is away; each is made anew when its words change, once a minute at first. */
const PAGES_MAX = 200;

type Made = { readonly of: StoredAnswer; readonly words: string; readonly answer: Promise<StoredAnswer> };

/**
 * Stored pages as they are shown while nobody can tell whether they are still true: with a notice above, and so with an entity tag of
 * their own. The notice stands outside of what React knows, which passes over it.
 */
export class StaleVariants {
  readonly #made = new LRUCache<string, Made>({ max: PAGES_MAX });
  readonly #env: Pick<Env, "MAP_STYLE_URL">;

  constructor(env: Pick<Env, "MAP_STYLE_URL">) {
    this.#env = env;
  }

  /** The page of this key with its notice. */
  of(key: string, answer: StoredAnswer, ageMs: number): Promise<StoredAnswer> {
    const words = noticeOf(ageMs);
    const held = this.#made.get(key);
    if (held?.of === answer && held.words === words) return held.answer;
    const made = contentOf(answer).then((page) =>
      makeStoredAnswer({ ...answer, body: withNotice(page, words) }, this.#env),
    );
    this.#made.set(key, { of: answer, words, answer: made });
    return made;
  }
}

function withNotice(page: Uint8Array, notice: string): Buffer {
  return Buffer.from(
    Buffer.from(page)
      .toString()
      .replace(/<body[^>]*>/, (body) => body + notice),
  );
}

/** As the page itself would say it (StaleNotice). */
function noticeOf(ageMs: number): string {
  const [warning, rest] = staleWords(ageMs);
  return `<aside id="${STALE_NOTICE_ID}" role="status" class="border-line border-b bg-sunken"><p class="shell block py-3 text-sm"><strong class="font-semibold text-danger">${warning}</strong> ${rest}</p></aside>`;
}
