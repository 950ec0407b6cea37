import Link from "next/link";
import { MessagePage } from "@/app/_ui/message-page";
import { SearchForm } from "@/app/(portal)/_search/search-form";
import type { FieldIssue } from "@/lib/errors";
import { answerWithStatus } from "@/lib/http/answer-status";
import type { Channel } from "@/lib/listings/listing";
import { CHANNEL_WORDS } from "./channel-words";

/** What is wrong with a search, field by field; answers 400. */
export function RefusedSearch({ channel, issues }: { channel: Channel; issues: readonly FieldIssue[] }) {
  answerWithStatus(400);
  const { homes } = CHANNEL_WORDS[channel];
  return (
    <MessagePage
      title="This search can’t be read"
      lead="Something in its address is not as it should be. Here is what, and below is a new start."
    >
      <ul className="grid max-w-2xl gap-3">
        {issues.map(({ field, reason }) => (
          <li key={field + reason} className="rounded-lg border-danger border-l-4 bg-surface px-4 py-3">
            <strong className="font-semibold">{field}</strong>: {reason}
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/${channel}`} prefetch={false} className="link">
          {homes}, without any filter
        </Link>
      </p>
      <SearchForm channel={channel} />
    </MessagePage>
  );
}
