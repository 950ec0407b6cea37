/** Milliseconds of one clock that all processes of the machine share (CLOCK_MONOTONIC). */
export type Instant = number;

/** A write of the next version of a listing: begun, and acknowledged once it returned (or was found committed). */
export type Write = { readonly listing: number; readonly version: number; readonly at: Instant };

/** What one read showed of one listing; null: it was not there. Consecutive equal ones of a client may be told as one with its count. */
export type Sighting = {
  readonly listing: number;
  readonly version: number | null;
  /** When the last of them began. */
  readonly askedAt: Instant;
  readonly count: number;
  readonly isStale: boolean;
};

export type Verdict = {
  reads: number;
  staleFlagged: number;
  /** Of unflagged reads: how long a newer version had been acknowledged when the read began. */
  worstAgeMs: number;
  readonly agesMs: Histogram;
  readonly violations: string[];
};

const VIOLATIONS_KEPT = 20;
const BUCKETS = 4_000;

/** Counts by whole milliseconds, the last one for all above. */
export class Histogram {
  readonly counts = new Float64Array(BUCKETS);
  total = 0;

  add(ms: number, count: number): void {
    const bucket = Math.min(BUCKETS - 1, Math.max(0, Math.ceil(ms)));
    this.counts[bucket] = (this.counts[bucket] ?? 0) + count;
    this.total += count;
  }

  merge(counts: ArrayLike<number>): void {
    for (let ms = 0; ms < BUCKETS; ms++) if (counts[ms]) this.add(ms, counts[ms] ?? 0);
  }

  /** The milliseconds that this share of all does not exceed. */
  quantile(share: number): number {
    let left = Math.ceil(this.total * share);
    for (let ms = 0; ms < BUCKETS; ms++) {
      left -= this.counts[ms] ?? 0;
      if (left <= 0) return ms;
    }
    return BUCKETS;
  }
}

type Register = {
  /** By version: when it was begun and acknowledged; Infinity until it was. */
  readonly begun: Instant[];
  readonly acknowledged: Instant[];
};

/**
 * Judges what readers saw of listings whose versions are written one after the other: version n has its place in suburb
 * `suburbOf(n)`. It knows nothing of how answers came about.
 */
export class Checker {
  readonly verdict: Verdict = {
    reads: 0,
    staleFlagged: 0,
    worstAgeMs: 0,
    agesMs: new Histogram(),
    violations: [],
  };
  readonly #registers = new Map<number, Register>();
  readonly #boundMs: number;

  constructor(boundMs: number) {
    this.#boundMs = boundMs;
  }

  begin({ listing, version, at }: Write): void {
    this.#register(listing).begun[version] = at;
  }

  acknowledge({ listing, version, at }: Write): void {
    const { acknowledged } = this.#register(listing);
    acknowledged[version] = Math.min(acknowledged[version] ?? Number.POSITIVE_INFINITY, at);
  }

  /** Judges what was seen of a listing wherever it is. Call it once every write that was acknowledged before `askedAt` is known. */
  saw(sighting: Sighting, what: string): void {
    const { listing, version, askedAt, count, isStale } = sighting;
    this.verdict.reads += count;
    if (isStale) {
      this.verdict.staleFlagged += count;
      return;
    }
    if (version === null) {
      this.violate(`${what}: listing ${listing} was not there`);
      return;
    }
    const { begun } = this.#register(listing);
    if (version > 0 && begun[version] === undefined)
      this.violate(`${what}: listing ${listing} showed version ${version}, which nobody has written`);
    const ageMs = this.#ageOf(listing, version, askedAt);
    this.verdict.agesMs.add(ageMs, count);
    this.verdict.worstAgeMs = Math.max(this.verdict.worstAgeMs, ageMs);
    if (ageMs > this.#boundMs)
      this.violate(
        `${what}: listing ${listing} showed version ${version}, overtaken for ${Math.round(ageMs)} ms`,
      );
  }

  /** Judges whether a listing had to be, or could be, in a suburb's search. */
  sawMembership(
    {
      listing,
      isThere,
      askedAt,
      answeredAt,
    }: { listing: number; isThere: boolean; askedAt: Instant; answeredAt: Instant },
    belongs: (version: number) => boolean,
    what: string,
  ): void {
    const { begun, acknowledged } = this.#register(listing);
    let oldest = 0;
    for (let version = acknowledged.length - 1; version > 0; version--)
      if ((acknowledged[version] ?? Number.POSITIVE_INFINITY) <= askedAt - this.#boundMs) {
        oldest = version;
        break;
      }
    let canBeThere = false;
    let canBeAway = false;
    for (let version = oldest; version < Math.max(begun.length, oldest + 1); version++) {
      if (version > oldest && (begun[version] ?? Number.POSITIVE_INFINITY) > answeredAt + SLACK_MS) continue;
      if (belongs(version)) canBeThere = true;
      else canBeAway = true;
    }
    if (isThere ? !canBeThere : !canBeAway)
      this.violate(
        `${what}: listing ${listing} was ${isThere ? "still" : "not"} there, from version ${oldest} on`,
      );
  }

  /** A reader who must see at least this version, at whatever age. */
  requires(sighting: Sighting, atLeast: number, what: string): void {
    if (sighting.isStale) return;
    if (sighting.version === null || sighting.version < atLeast)
      this.violate(`${what}: listing ${sighting.listing} showed version ${sighting.version}, not ${atLeast}`);
  }

  /** Writes down what is wrong by itself: a torn entry, an error that nobody may see. */
  violate(what: string): void {
    if (this.verdict.violations.length < VIOLATIONS_KEPT) this.verdict.violations.push(what);
  }

  /** How long before the read began a newer version had been acknowledged; 0 when none had. */
  #ageOf(listing: number, version: number, askedAt: Instant): number {
    const { acknowledged } = this.#register(listing);
    let earliest = Number.POSITIVE_INFINITY;
    for (let newer = version + 1; newer < acknowledged.length; newer++)
      earliest = Math.min(earliest, acknowledged[newer] ?? Number.POSITIVE_INFINITY);
    return Math.max(0, askedAt - earliest);
  }

  #register(listing: number): Register {
    let register = this.#registers.get(listing);
    if (register === undefined) {
      register = { begun: [0], acknowledged: [0] };
      this.#registers.set(listing, register);
    }
    return register;
  }
}

/** Between two processes' readings of one clock. */
const SLACK_MS = 5;
