import { Agent, get } from "node:http";
import { isAppError } from "@/lib/errors";
import { createPortalServer } from "@/lib/http/portal-server";
import { readOfKey } from "@/lib/known-reads";
import { ListingId } from "@/lib/listings/listing";
import { getListing, searchListings } from "@/lib/listings/queries";
import { emptySearch, type ListingSearch, searchWith } from "@/lib/listings/search";
import type { ListingPage } from "@/lib/listings/search-answers";
import type { LocalityKey } from "@/lib/localities/locality";
import { createAuditor } from "@/lib/platform/auditor";
import type { ReadProvenance } from "@/lib/platform/cached-read";
import { databaseFailure } from "@/lib/platform/database-failure";
import type { RequestContext, Runtime } from "@/lib/platform/runtime";
import { CLONE } from "@/lib/platform/services/clone";
import { instant } from "@/tests/faults/clock";
import type { Assignment, FromWorker, SeenListing, SeenSuburb } from "@/tests/faults/messages";
import { randomFrom, versionOf } from "@/tests/faults/world";

const CLIENTS = 3;
const READS_PER_TURN = 95;
const HTTP_PER_TURN = 5;
const AUDITS_PER_SECOND = 10;
/** Between the turns of a client: a machine without a moment to spare measures its own queues. */
const PAUSE_MS = 20;
const FLUSH_MS = 10;

type Say = (message: FromWorker) => void;

/** Reads for ever, in this process and over HTTP from the others, and tells what it saw. */
export async function runReader(runtime: Runtime, assignment: Assignment, say: Say): Promise<void> {
  const portal = createPortalServer(runtime, async (request, response) => {
    const [, kind, id = ""] = request.url?.split("/") ?? [];
    try {
      const answer =
        kind === "listing" ? await getListing(ListingId.parse(id)) : await searchListings(searchOf(id));
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(answer));
    } catch (thrown) {
      response.writeHead(isRefusal(thrown) ? 503 : 500);
      response.end(String(thrown));
    }
  });
  await portal.listen(["127.0.0.1"], assignment.port);
  runtime.follow();
  countLoads(runtime, say);
  void auditForEver(runtime, say);
  say({ kind: "ready", folder: CLONE });
  const sightings = new Sightings(say);
  setInterval(() => sightings.flush(), FLUSH_MS);
  for (let client = 0; client < CLIENTS; client++)
    void readForEver(runtime, assignment, sightings, randomFrom(assignment.seed * 100 + client), say);
}

function searchOf(key: string): ListingSearch {
  return searchWith(
    { ...emptySearch("buy"), limit: 60 },
    { localities: [key.replace(".", "/") as LocalityKey] },
  );
}

/** Not an error: the database is away or there is no room, and it says so. */
export function isRefusal(thrown: unknown): boolean {
  return isAppError(thrown) ? thrown.status === 503 : databaseFailure(thrown)?.status === 503;
}

function countLoads(runtime: Runtime, say: Say): void {
  let count = 0;
  runtime.observe((event) => {
    if (event.kind === "load") count++;
  });
  setInterval(() => {
    say({ kind: "loads", count });
    count = 0;
  }, 500);
}

async function auditForEver(runtime: Runtime, say: Say): Promise<never> {
  const auditor = createAuditor(runtime, readOfKey, AUDITS_PER_SECOND);
  for (;;) {
    const { checked, wrong } = await auditor.walk();
    say({
      kind: "audited",
      checked: checked.memory + checked.shared,
      wrong: [...wrong.memory, ...wrong.shared],
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function readForEver(
  runtime: Runtime,
  assignment: Assignment,
  sightings: Sightings,
  random: () => number,
  say: Say,
): Promise<never> {
  const context: RequestContext = {
    requestId: "fault-run",
    url: "/",
    source: { address: "127.0.0.1", origin: null },
    status: undefined,
    reads: [],
    isPersonal: false,
    hasFailed: false,
  };
  const searches = assignment.suburbs.map(({ id, key }) => ({ id, search: searchOf(key) }));
  const http = new HttpReads(assignment, sightings, random, say);
  const one = async () => {
    context.reads.length = 0;
    const askedAt = instant();
    if (random() < 0.85) {
      const id = pick(assignment.listings, random);
      const listing = await getListing(ListingId.parse(id));
      sightings.listing(id, listing, askedAt, isStale(context.reads), "memory");
    } else {
      const { id, search } = pick(searches, random);
      const page = await searchListings(search);
      sightings.suburb(id, page, askedAt, isStale(context.reads));
    }
  };
  for (;;) {
    await runtime.request.run(context, async () => {
      for (let read = 0; read < READS_PER_TURN; read++) {
        try {
          await one();
        } catch (thrown) {
          if (isRefusal(thrown)) say({ kind: "refused", count: 1 });
          else say({ kind: "failed", message: `in process: ${String(thrown)}` });
        }
      }
    });
    await Promise.all(Array.from({ length: HTTP_PER_TURN }, () => http.one()));
    // Answers from memory alone would never let the process hear of a change.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

export function isStale(reads: readonly ReadProvenance[]): boolean {
  // Past its fresh time is no fault: no change has overtaken it.
  return reads.some(({ staleCause }) => staleCause !== null && staleCause !== "time");
}

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}

type Shown = { readonly headline: string; readonly price: { readonly low: number | null } };

/** Tells equal sightings of a short while as one: the latest of them is the one that could be oldest. */
class Sightings {
  readonly #say: Say;
  readonly #listings = new Map<string, SeenListing>();
  readonly #suburbs = new Map<string, SeenSuburb>();
  /** By their items, which are one and the same as long as they come from one entry. */
  readonly #pages = new WeakMap<ListingPage["items"], string>();
  #pageCount = 0;

  constructor(say: Say) {
    this.#say = say;
  }

  listing(
    listing: number,
    shown: Shown | null,
    askedAt: number,
    stale: boolean,
    by: SeenListing["by"],
  ): void {
    const version = shown === null ? null : versionOf(shown.headline);
    const key = `${listing} ${version} ${stale} ${by}`;
    const count = (this.#listings.get(key)?.count ?? 0) + 1;
    const latest = Math.max(askedAt, this.#listings.get(key)?.askedAt ?? 0);
    this.#listings.set(key, {
      listing,
      version,
      price: shown?.price.low ?? null,
      askedAt: latest,
      count,
      isStale: stale,
      by,
    });
  }

  suburb(suburb: number, { items }: ListingPage, askedAt: number, stale: boolean): void {
    let name = this.#pages.get(items);
    if (name === undefined) {
      name = String(this.#pageCount++);
      this.#pages.set(items, name);
    }
    const key = `${suburb} ${name} ${stale}`;
    const before = this.#suburbs.get(key);
    this.#suburbs.set(key, {
      suburb,
      items: before?.items ?? items.map(({ id, headline, price }) => [id, versionOf(headline), price.low]),
      firstAskedAt: Math.min(askedAt, before?.firstAskedAt ?? Number.POSITIVE_INFINITY),
      askedAt: Math.max(askedAt, before?.askedAt ?? 0),
      answeredAt: instant(),
      count: (before?.count ?? 0) + 1,
      isStale: stale,
    });
  }

  flush(): void {
    if (this.#listings.size + this.#suburbs.size === 0) return;
    this.#say({ kind: "saw", listings: [...this.#listings.values()], suburbs: [...this.#suburbs.values()] });
    this.#listings.clear();
    this.#suburbs.clear();
  }
}

/** Reads of listings from the processes of the portal, as a browser would ask. */
class HttpReads {
  readonly #assignment: Assignment;
  readonly #sightings: Sightings;
  readonly #random: () => number;
  readonly #say: Say;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: HTTP_PER_TURN });

  constructor(assignment: Assignment, sightings: Sightings, random: () => number, say: Say) {
    this.#assignment = assignment;
    this.#sightings = sightings;
    this.#random = random;
    this.#say = say;
  }

  async one(): Promise<void> {
    const id = pick(this.#assignment.listings, this.#random);
    const port = pick(this.#assignment.readerPorts, this.#random);
    const askedAt = instant();
    try {
      const { status, cacheStatus, body } = await request(port, `/listing/${id}`, this.#agent);
      if (status === 503) this.#say({ kind: "refused", count: 1 });
      else if (status !== 200) this.#say({ kind: "failed", message: `over HTTP: ${status} ${body}` });
      else this.#sightings.listing(id, JSON.parse(body), askedAt, cacheStatus.includes("stale ("), "http");
    } catch {
      // A process that is stopped or just starts: the network's business.
      this.#say({ kind: "refused", count: 1 });
    }
  }
}

export function request(
  port: number,
  path: string,
  agent: Agent,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; cacheStatus: string; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = get({ host: "127.0.0.1", port, path, agent, headers, timeout: 10_000 }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          cacheStatus: String(response.headers["cache-status"] ?? ""),
          body,
        }),
      );
    });
    asked.on("timeout", () => asked.destroy(new Error("No answer within 10 s.")));
    asked.on("error", reject);
  });
}
