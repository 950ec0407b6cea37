import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { LinkButton } from "@/app/_ui/link-button";

export function TableFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <ErrorState title="The listings did not come" actions={<Button onClick={onRetry}>Try again</Button>}>
      Nothing is lost. If it goes on, you may have been signed out: reload the page.
    </ErrorState>
  );
}

export function TableEmpty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered)
    return (
      <EmptyState
        icon="house"
        title="No listing is like that"
        actions={<Button onClick={onClear}>Show all listings</Button>}
      >
        Take a word or a filter away.
      </EmptyState>
    );
  return (
    <EmptyState
      icon="house"
      title="No listings yet"
      actions={
        <LinkButton look="primary" href="/console/listings/new">
          Make the first
        </LinkButton>
      }
    >
      It begins as a draft, which nobody else sees.
    </EmptyState>
  );
}
