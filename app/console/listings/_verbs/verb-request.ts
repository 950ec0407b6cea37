import type { Verb } from "@/lib/listings/listing-workflow";

const PATHS: Readonly<Record<Verb, string>> = {
  publish: "publication",
  goUnderOffer: "offer",
  sell: "sale",
  lease: "lease",
  withdraw: "withdrawal",
  relist: "relisting",
};

/** Where a verb is sent for a listing. */
export function verbUrl(id: number, verb: Verb): string {
  return `/api/console/listings/${id}/${PATHS[verb]}`;
}

/** The day that it is in a time zone (IANA name), as YYYY-MM-DD. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date());
}
