import { AppError } from "@/lib/errors";
import { addDemo } from "@/prisma/seed/add-demo";
import { type DemoSource, findDemoSource } from "@/prisma/seed/demo-source";
import { DEFAULT_SEED, hasListings } from "@/prisma/seed/seed";
import { withSeedSession } from "@/prisma/seed/seed-session";

export type GrowOptions = {
  /** How many demonstration listings there are to be. */
  readonly listings: number;
  /** Taken from those that are there when not given. */
  readonly seedNumber?: number | undefined;
  /** YYYY-MM-DD; histories end before it and inspections follow it. */
  readonly today?: string;
  /** From how many at a time on the indexes are set aside meanwhile; 50,000 when not given. */
  readonly setAsideFrom?: number;
  /** Told how many of those that were missing are written. */
  readonly at?: (done: number, missing: number) => void;
  readonly log?: (line: string) => void;
};

export type Grown = { readonly before: number; readonly added: number };

/**
 * Brings the demonstration listings of a portal up to a number: the n-th is the same whether it comes first or later. All that are
 * added come in one transaction, interrupted none. AppError conflict, with nothing changed, when there are more than asked for, when
 * those that are there have another seed, or when the portal has listings of its own and never had these.
 */
export function growDemo(databaseUrl: string, options: GrowOptions): Promise<Grown> {
  const { listings, today, at = () => {}, log = () => {} } = options;
  return withSeedSession(databaseUrl, async ({ client, addLocalities }) => {
    const source = await findDemoSource(client);
    if (!source && (await hasListings(client))) throw new AppError("conflict", IN_USE);
    const seedNumber = options.seedNumber ?? source?.seed ?? DEFAULT_SEED;
    const before = source?.next ?? 0;
    requireRoom(source, { listings, seedNumber });
    if (before === listings) return { before, added: 0 };
    if (!source) log(`${await addLocalities()} localities added`);
    const missing = listings - before;
    const added = await addDemo(client, {
      ...{ listings, seedNumber, today, log, setAsideFrom: options.setAsideFrom },
      at: (done) => at(done, missing),
    });
    return { before, added };
  });
}

const IN_USE =
  "This portal has listings of its own, which invented ones would be mixed with; name another, empty database in DATABASE_URL.";

function requireRoom(
  source: DemoSource | null,
  { listings, seedNumber }: { listings: number; seedNumber: number },
): void {
  if (!source) return;
  const { next, seed } = source;
  if (seed !== null && seed !== seedNumber) {
    const message = `The demonstration listings of this portal have seed ${seed}, not ${seedNumber}; leave --seed out, or begin with an empty portal: bin/up --reset.`;
    throw new AppError("conflict", message);
  }
  if (next > listings) {
    const message = `There are ${next.toLocaleString("en")} demonstration listings already, more than ${listings.toLocaleString("en")}; nothing was changed. For fewer, begin with an empty portal: bin/up --reset --listings ${listings}.`;
    throw new AppError("conflict", message);
  }
}
