import { channelName } from "@/app/console/listings/_words/status-words";
import type { ListingStatus, Offer } from "@/lib/listings/listing";
import type { Verb } from "@/lib/listings/listing-workflow";

type Subject = { readonly offer: Offer; readonly status: ListingStatus };

export type VerbWords = {
  readonly button: string;
  /** The question; NAME is what it is about. */
  readonly question: string;
  readonly confirm: string;
  readonly busy: string;
  /** What happens to the public page. */
  readonly effect: string;
  /** What is so afterwards, to be preceded by what it is about. */
  readonly done: string;
  /** What of it the public sees now. */
  readonly publicly: string;
};

/** Everything that is said of a verb of the workflow, before and after. */
export function verbWords(verb: Verb, { offer, status }: Subject): VerbWords {
  const channel = channelName(offer);
  const words: Readonly<Record<Verb, VerbWords>> = {
    publish: {
      ...{ button: "Publish", question: "Publish NAME?", confirm: "Publish it", busy: "Publishing…" },
      effect: `It is shown under ${channel} at once, to everybody, and can be found in searches.`,
      ...{ done: "is published", publicly: `It is shown under ${channel}.` },
    },
    goUnderOffer: {
      ...{
        button: "Under offer",
        question: "Put NAME under offer?",
        confirm: "Put it under offer",
        busy: "Marking it…",
      },
      effect: `It stays under ${channel}, marked “Under offer” on its page and in every search.`,
      ...{ done: "is under offer", publicly: `It stays under ${channel}, marked “Under offer”.` },
    },
    sell: {
      ...{ button: "Sold", question: "Mark NAME as sold?", confirm: "Mark it as sold", busy: "Marking it…" },
      effect: "It leaves Buy at once and is shown under Sold.",
      ...{ done: "is sold", publicly: "It has left Buy and is shown under Sold." },
    },
    lease: {
      ...{
        button: "Leased",
        question: "Mark NAME as leased?",
        confirm: "Mark it as leased",
        busy: "Marking it…",
      },
      effect: "It leaves Rent at once. Its page says that the home has been let, and leads to others.",
      ...{ done: "is leased", publicly: "It has left Rent." },
    },
    withdraw: {
      ...{ button: "Withdraw", question: "Withdraw NAME?", confirm: "Withdraw it", busy: "Withdrawing…" },
      effect: `It leaves ${channel} at once. Its page says that it was withdrawn, and leads to others.`,
      ...{ done: "is withdrawn", publicly: `It has left ${channel}.` },
    },
    relist: {
      ...{ button: "Relist", question: "Relist NAME?", confirm: "Relist it", busy: "Relisting…" },
      effect: relistEffect(channel, status),
      ...{ done: "is listed again", publicly: `It is shown under ${channel}.` },
    },
  };
  return words[verb];
}

function relistEffect(channel: string, status: ListingStatus): string {
  if (status === "under_offer") return `It stays under ${channel}, and is marked “Under offer” no more.`;
  const sold = status === "sold" ? " It leaves Sold, and shows again the price that was last asked." : "";
  return `It is shown under ${channel} again at once, as newly published.${sold}`;
}
