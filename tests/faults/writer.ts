import { Agent } from "node:http";
import type { Client } from "pg";
import { seenCookie } from "@/lib/http/seen-cookie";
import { setListing } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { connectClient } from "@/lib/platform/postgres-client";
import type { RequestContext, Runtime } from "@/lib/platform/runtime";
import { CLONE } from "@/lib/platform/services/clone";
import { instant } from "@/tests/faults/clock";
import type { Assignment, FromWorker, SeenListing } from "@/tests/faults/messages";
import { isRefusal, isStale, request } from "@/tests/faults/reader";
import { headlineOf, priceOf, randomFrom, suburbOf, versionOf } from "@/tests/faults/world";

const PAUSE_MS = 8;
const LONG_MS = 400;

type Say = (message: FromWorker) => void;
type Change = { readonly listing: number; readonly version: number };

/** Writes the next version of its listings for ever, in every way that there is, and tells what it began and what was acknowledged. */
export async function runWriter(runtime: Runtime, assignment: Assignment, say: Say): Promise<void> {
  say({ kind: "ready", folder: CLONE });
  const writer = new Writer(runtime, assignment, say);
  for (;;) {
    await writer.one();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

class Writer {
  readonly #runtime: Runtime;
  readonly #assignment: Assignment;
  readonly #say: Say;
  readonly #random: () => number;
  readonly #versions: Map<number, number>;
  readonly #agent = new Agent({ keepAlive: true });
  /** Their last write failed, or was that of a writer that was killed: who knows in which place it left them. */
  readonly #placeless: Set<number>;
  #psql: Client | undefined;

  constructor(runtime: Runtime, assignment: Assignment, say: Say) {
    this.#runtime = runtime;
    this.#assignment = assignment;
    this.#say = say;
    this.#random = randomFrom(assignment.seed);
    this.#versions = new Map(assignment.own);
    this.#placeless = new Set(this.#versions.keys());
  }

  async one(): Promise<void> {
    const way = this.#random();
    const count = way < 0.8 ? 1 : 3;
    const changes = this.#assignment.writesPair && way > 0.9 ? this.#nextOfPair() : this.#next(count);
    for (const change of changes) this.#say({ kind: "begun", ...change, at: instant() });
    try {
      if (way < 0.25) await this.#byCommand(changes);
      else if (way < 0.5) await this.#nested(changes);
      else if (way < 0.65) await this.#raw(changes, 0);
      else if (way < 0.7) await this.#raw(changes, LONG_MS);
      else if (way < 0.8) await this.#executeRaw(changes);
      else await this.#together(changes);
      const at = instant();
      for (const change of changes) {
        this.#placeless.delete(change.listing);
        this.#say({ kind: "acknowledged", ...change, at });
      }
      if (way < 0.5 || way > 0.7) for (const change of changes) await this.#readOwn(change);
    } catch (thrown) {
      if (!isRefusal(thrown) && !isLost(thrown))
        this.#say({ kind: "failed", message: `write: ${String(thrown)}` });
      for (const { listing } of changes) this.#placeless.add(listing);
      await this.#settle(changes);
    }
  }

  #next(count: number): readonly Change[] {
    const pair: readonly number[] = this.#assignment.pair;
    const own = [...this.#versions.keys()].filter((listing) => !pair.includes(listing));
    const first = Math.floor(this.#random() * own.length);
    const chosen = new Set(Array.from({ length: count }, (_, n) => own[(first + n) % own.length] ?? 0));
    // In the order of their ids, as everybody locks them.
    return [...chosen].sort((a, b) => a - b).map((listing) => this.#advance(listing));
  }

  #nextOfPair(): readonly Change[] {
    const version = Math.max(...this.#assignment.pair.map((listing) => this.#versions.get(listing) ?? 0)) + 1;
    return this.#assignment.pair.map((listing) => {
      this.#versions.set(listing, version);
      return { listing, version };
    });
  }

  #advance(listing: number): Change {
    const version = (this.#versions.get(listing) ?? 0) + 1;
    this.#versions.set(listing, version);
    return { listing, version };
  }

  #columns({ listing, version }: Change) {
    const isOfPair = this.#assignment.pair.includes(listing);
    const { id } = suburbOf(isOfPair ? 0 : version, this.#assignment.suburbs);
    const price = BigInt(priceOf(version));
    return { headline: headlineOf(version), priceLow: price, priceHigh: price, localityId: id };
  }

  /** A command moves nothing: where the place changes, or may not be what it should, the write is another. */
  async #byCommand(changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      const { suburbs } = this.#assignment;
      const moves = suburbOf(change.version, suburbs) !== suburbOf(change.version - 1, suburbs);
      if (moves || this.#placeless.has(change.listing)) return this.#nested(changes);
      const { headline } = this.#columns(change);
      const price = String(priceOf(change.version));
      await setListing(
        ListingId.parse(change.listing),
        { headline, price: Number(price) },
        { name: "fault run" },
      );
    }
  }

  async #nested(changes: readonly Change[]): Promise<void> {
    for (const change of changes)
      await this.#runtime.database.listing.update({
        where: { id: change.listing },
        data: {
          ...this.#columns(change),
          media: {
            deleteMany: {},
            create: { kind: "photo", position: 0, contentHash: "a".repeat(64), widthPx: 1, heightPx: 1 },
          },
        },
      });
  }

  async #together(changes: readonly Change[]): Promise<void> {
    await this.#runtime.database.$transaction(async (transaction) => {
      for (const change of changes)
        await transaction.listing.updateMany({ where: { id: change.listing }, data: this.#columns(change) });
    });
  }

  async #executeRaw(changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      const { headline, priceLow, localityId } = this.#columns(change);
      await this.#runtime.database.$executeRaw`
        UPDATE listing SET headline = ${headline}, price_low = ${priceLow}, price_high = ${priceLow}, locality_id = ${localityId}
         WHERE id = ${change.listing}`;
    }
  }

  /** Another program's write, which tells nobody, and which may stay open for a while. */
  async #raw(changes: readonly Change[], openForMs: number): Promise<void> {
    this.#psql ??= await connectClient(this.#assignment.directUrl);
    const psql = this.#psql;
    await psql.query("BEGIN");
    for (const change of changes) {
      const { headline, priceLow, localityId } = this.#columns(change);
      await psql.query(
        "UPDATE listing SET headline = $1, price_low = $2, price_high = $2, locality_id = $3 WHERE id = $4",
        [headline, String(priceLow), localityId, change.listing],
      );
    }
    await new Promise((resolve) => setTimeout(resolve, openForMs));
    await psql.query("COMMIT");
  }

  /** Whoever wrote sees it: in this process, and elsewhere with the cookie. */
  async #readOwn({ listing, version }: Change): Promise<void> {
    const context: RequestContext = {
      requestId: "fault-run",
      url: "/",
      source: { address: "127.0.0.1", origin: null },
      status: undefined,
      reads: [],
      isPersonal: false,
      hasFailed: false,
    };
    const askedAt = instant();
    try {
      const shown = await this.#runtime.request.run(context, () => getListing(ListingId.parse(listing)));
      this.#sawOwn(
        listing,
        shown?.headline,
        isStale(context.reads),
        askedAt,
        version,
        "in the process that wrote",
      );
      if (this.#random() > 0.3) return;
      const { readerPorts } = this.#assignment;
      const port = readerPorts[Math.floor(this.#random() * readerPorts.length)] ?? 0;
      const cookie = seenCookie(this.#runtime).split(";")[0] ?? "";
      const answer = await request(port, `/listing/${listing}`, this.#agent, { cookie });
      if (answer.status !== 200) return;
      const { headline } = JSON.parse(answer.body) as { headline: string };
      this.#sawOwn(
        listing,
        headline,
        answer.cacheStatus.includes("stale ("),
        askedAt,
        version,
        "with the cookie",
      );
    } catch {
      // A stopped process, or a database that is away: not an answer.
    }
  }

  #sawOwn(
    listing: number,
    headline: string | undefined,
    stale: boolean,
    askedAt: number,
    atLeast: number,
    how: string,
  ): void {
    const version = headline === undefined ? null : versionOf(headline);
    const seen: SeenListing = {
      listing,
      version,
      price: null,
      askedAt,
      count: 1,
      isStale: stale,
      by: "memory",
    };
    this.#say({ kind: "saw-own", seen, atLeast, how });
  }

  /** After a write that failed: what is there now is what was committed. Asked until the database says. */
  async #settle(changes: readonly Change[]): Promise<void> {
    await this.#psql?.end().catch(() => {});
    this.#psql = undefined;
    for (;;) {
      try {
        const direct = await connectClient(this.#assignment.directUrl);
        // Whatever was under way is decided once its row can be locked.
        const { rows } = await direct.query<{ id: number; headline: string }>(
          "SELECT id, headline FROM listing WHERE id = ANY ($1) ORDER BY id FOR UPDATE",
          [changes.map(({ listing }) => listing)],
        );
        await direct.end();
        const at = instant();
        for (const { id, headline } of rows)
          this.#say({ kind: "acknowledged", listing: id, version: versionOf(headline), at });
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }
}

/** The connection went, as it does when a server crashes. */
function isLost(thrown: unknown): boolean {
  return /terminat|ECONN|closed|shutting down|starting up|recovery|read-only|not queryable|timeout|unavailable|connect/i.test(
    String(thrown),
  );
}
