import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorState } from "@/app/_ui/error-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Specimen } from "./show";

export function StateViews() {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <Specimen name="Nothing there">
        <div className="rounded-card border border-line bg-surface">
          <EmptyState
            icon="inbox"
            title="No enquiries yet"
            actions={<LinkButton href="/buy">See the page as buyers do</LinkButton>}
          >
            They arrive here, and by email, as soon as somebody writes.
          </EmptyState>
        </div>
      </Specimen>
      <Specimen name="Could not be brought">
        <div className="rounded-card border border-line bg-surface">
          <ErrorState title="The enquiries did not come" actions={<Button>Try again</Button>}>
            Something went wrong on our side. None of them is lost.
          </ErrorState>
        </div>
      </Specimen>
    </div>
  );
}
