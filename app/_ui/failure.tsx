import { MessagePage } from "@/app/_ui/message-page";

/** What a person sees when a page broke: no cause (that is in the log), but two ways on. */
export function Failure({ retry }: { retry: () => void }) {
  return (
    <MessagePage
      title="This page did not come together"
      lead="Something went wrong on our side; it has been logged. Trying again in a moment often helps."
    >
      <p className="flex flex-wrap gap-3">
        <button type="button" onClick={retry} className="button">
          Try again
        </button>
        <a href="/" className="button-quiet">
          Go to the home page
        </a>
      </p>
    </MessagePage>
  );
}
