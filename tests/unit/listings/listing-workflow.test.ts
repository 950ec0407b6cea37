import { expect, test } from "vitest";
import { isAppError } from "@/lib/errors";
import { LISTING_STATUSES, OFFERS } from "@/lib/listings/listing";
import { allowedVerbs, requireVerb, VERBS } from "@/lib/listings/listing-workflow";

const SUBJECT = { id: 12, description: "Ready.", propertyType: "house", beds: 3, priceLow: 500 } as const;

test("what the console calls allowed the commands take, and what it calls not allowed they refuse in the same words", () => {
  for (const status of LISTING_STATUSES)
    for (const offer of OFFERS)
      for (const description of ["Ready.", ""]) {
        const listing = { ...SUBJECT, status, offer, description };
        const told = allowedVerbs(listing);
        expect(told.map(({ verb }) => verb)).toEqual(VERBS);
        for (const { verb, isAllowed, reason } of told)
          expect(
            refusedBy(() => requireVerb(listing, verb)),
            `${verb} ${status}`,
          ).toBe(isAllowed ? null : reason);
      }
});

test("a draft that lacks what people need to know names each field that is missing", () => {
  const bare = {
    ...SUBJECT,
    status: "draft",
    offer: "rent",
    description: "",
    beds: null,
    priceLow: null,
  } as const;
  expect(allowedVerbs(bare)[0]).toEqual({
    verb: "publish",
    isAllowed: false,
    reason: "Listing 12 cannot be published yet; set description, beds, price first.",
  });
});

function refusedBy(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === "conflict") return thrown.message;
    throw thrown;
  }
}
