import { Command } from "commander";
import { describeListing } from "@/bin/commands/describe-listing";
import { withPortal } from "@/bin/commands/with-portal";
import { AppError } from "@/lib/errors";
import { goUnderOffer, lease, publish, relist, sell, setListing, withdraw } from "@/lib/listings/commands";
import { ListingId } from "@/lib/listings/listing";
import type { ListingWritten } from "@/lib/listings/listing-write";
import { CHANGEABLE_FIELDS, parseListingChanges } from "@/lib/listings/parse-listing-changes";

const ACTOR = { name: "command line" };

const EXAMPLES = `
Fields: ${CHANGEABLE_FIELDS.join(", ")}
An empty value takes one away where a listing can be without it.

Examples:
  bin/verandah listing set 12 price=1250000
  bin/verandah listing set 12 price='$1.2m – $1.3m' headline='Sunny terrace near the park' parking=`;

export function listingCommand(): Command {
  const listing = new Command("listing").description("Show and change one listing.");
  listing
    .command("show <id>")
    .description("Print a listing with its history.")
    .action((id: string) =>
      withPortal("listing show", async () => console.log(await describeListing(readId(id)))),
    );
  listing
    .command("set <id> <changes...>")
    .description("Change fields, each as name=value.")
    .addHelpText("after", EXAMPLES)
    .action((id: string, pairs: readonly string[]) => {
      const changes = parseListingChanges(readPairs(pairs));
      return write("set", id, (listingId) => setListing(listingId, changes, ACTOR));
    });
  addVerbs(listing);
  return listing;
}

function addVerbs(listing: Command): void {
  listing
    .command("sell <id>")
    .description("The home is sold.")
    .requiredOption("--on <day>", "the day of the sale, as YYYY-MM-DD")
    .option("--price <amount>", "what it was sold for, in whole units; withheld without it")
    .action((id: string, { on, price }: { on: string; price?: string }) => {
      const soldPrice = price === undefined ? null : readAmount(price);
      return write("sell", id, (listingId) => sell(listingId, { soldOn: on, soldPrice }, ACTOR));
    });
  listing
    .command("lease <id>")
    .description("The home is leased.")
    .requiredOption("--on <day>", "the day of the lease, as YYYY-MM-DD")
    .action((id: string, { on }: { on: string }) =>
      write("lease", id, (listingId) => lease(listingId, { leasedOn: on }, ACTOR)),
    );
  const plain = [
    ["publish", "A draft goes on show.", publish],
    ["go-under-offer", "An offer was accepted; the listing stays on show.", goUnderOffer],
    ["withdraw", "Take the listing off show.", withdraw],
    ["relist", "Put it back on show, at the price that was last asked.", relist],
  ] as const;
  for (const [name, description, verb] of plain) {
    listing
      .command(`${name} <id>`)
      .description(description)
      .action((id: string) => write(name, id, (listingId) => verb(listingId, ACTOR)));
  }
}

async function write(
  verb: string,
  id: string,
  work: (id: ListingId) => Promise<ListingWritten>,
): Promise<void> {
  const listingId = readId(id);
  await withPortal(`listing ${verb}`, async () => {
    const { changed, status, version } = await work(listingId);
    const what = changed.length === 0 ? "nothing changed" : `changed ${changed.join(", ")}`;
    console.log(`Listing ${listingId}: ${what}; ${status.replace("_", " ")}, version ${version}.`);
  });
}

function readId(text: string): ListingId {
  const id = ListingId.safeParse(text);
  if (id.success) return id.data;
  throw new AppError("bad_request", `"${text}" is not the number of a listing; its address ends with it.`);
}

function readPairs(pairs: readonly string[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (const pair of pairs) {
    const [name = "", ...value] = pair.split("=");
    if (value.length === 0)
      throw new AppError("bad_request", `"${pair}" is no change; write it as name=value, such as beds=3.`);
    if (Object.hasOwn(read, name)) throw new AppError("bad_request", `${name} is given twice; give it once.`);
    read[name] = value.join("=");
  }
  return read;
}

function readAmount(text: string): number {
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw new AppError("bad_request", `"${text}" is not an amount in whole units, such as 1250000.`);
}
