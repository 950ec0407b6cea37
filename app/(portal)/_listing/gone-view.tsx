import Link from "next/link";
import { MessagePage } from "@/app/_ui/message-page";
import { CHANNEL_WORDS } from "@/app/(portal)/_results/channel-words";
import { SearchForm } from "@/app/(portal)/_search/search-form";
import { answerWithStatus } from "@/lib/http/answer-status";
import type { ListingCard } from "@/lib/listings/listing";
import type { GoneListing } from "@/lib/listings/queries";
import { emptySearch, searchPath } from "@/lib/listings/search";
import { localityKey, localityLabel } from "@/lib/localities/locality";
import { SimilarListings } from "./similar-listings";

/** What is left of a listing that was here: what became of it, and where others like it are. Answers 410. */
export function GoneView(props: { listing: GoneListing; similar: readonly ListingCard[] }) {
  answerWithStatus(410);
  const { listing, similar } = props;
  const { headline, status, channel, locality } = listing;
  const others = searchPath({ ...emptySearch(channel), localities: [localityKey(locality)] });
  return (
    <MessagePage
      title={status === "leased" ? "This home has been let" : "This listing has been withdrawn"}
      lead={`“${headline}” in ${localityLabel(locality)} is no longer on offer.`}
    >
      <meta name="robots" content="noindex" />
      <p>
        <Link href={others} prefetch={false} className="button">
          {CHANNEL_WORDS[channel].homes} in {locality.name}
        </Link>
      </p>
      <SearchForm channel={channel} />
      <SimilarListings listings={similar} />
    </MessagePage>
  );
}
