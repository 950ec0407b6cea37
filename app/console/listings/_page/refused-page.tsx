import { LinkButton } from "@/app/_ui/link-button";
import { MessagePage } from "@/app/_ui/message-page";
import { answerWithStatus } from "@/lib/http/answer-status";
import type { Refusal } from "./or-refusal";

const TITLES: Readonly<Record<number, string>> = {
  400: "This address cannot be read",
  403: "This is another agency’s listing",
  404: "There is no such listing",
};

/** In place of a page of the console that somebody may not see, or that does not exist; answers as the API does. */
export function RefusedPage({ refusal }: { refusal: Refusal }) {
  const { status, message, issues } = refusal;
  answerWithStatus(status);
  return (
    <MessagePage title={TITLES[status] ?? "This page did not come together"} lead={message}>
      {issues.length === 0 ? null : (
        <ul className="grid gap-1">
          {issues.map(({ field, reason }) => (
            <li key={field}>
              <b>{field}</b>: {reason}
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton href="/console/listings">Go to the listings</LinkButton>
      </p>
    </MessagePage>
  );
}
