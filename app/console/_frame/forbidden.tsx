import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead } from "@/app/console/_frame/page-head";
import { answerWithStatus } from "@/lib/http/answer-status";

/** In place of a page that is not for whoever asks; answers 403. */
export function Forbidden({ title, children }: { title: string; children: string }) {
  answerWithStatus(403);
  return (
    <>
      <PageHead title={title} />
      <div className="rounded-card border border-line bg-surface">
        <EmptyState
          icon="lock"
          title="This page is not for your role"
          actions={<LinkButton href="/console">To the listings</LinkButton>}
        >
          {children}
        </EmptyState>
      </div>
    </>
  );
}
