import { MessagePage } from "@/app/_ui/message-page";
import { SearchForm } from "@/app/(portal)/_search/search-form";
import { answerWithStatus } from "@/lib/http/answer-status";
import { StaleNotice } from "./stale-notice";

/**
 * What stands where there is nothing; answers 404. Rendered, where Next would have notFound() thrown: a thrown one
 * leaves an empty document that only JavaScript fills.
 */
export function MissingPage() {
  answerWithStatus(404);
  return (
    <>
      <StaleNotice />
      <MessagePage
        title="There is nothing at this address"
        lead="The place or the listing may go by another name, or have never been here. Search for it, or look around:"
      >
        <meta name="robots" content="noindex" />
        <SearchForm />
      </MessagePage>
    </>
  );
}
