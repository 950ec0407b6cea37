import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";

type Props = {
  count: number;
  total: number;
  onNext: (() => void) | undefined;
  onBack: (() => void) | undefined;
};

/** Below the table: how much of how much is shown, and the pages before and after. */
export function TableFooter({ count, total, onNext, onBack }: Props) {
  const all = total.toLocaleString("en-AU");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-3 py-1.5">
      <p role="status" className="text-muted">
        {count === total ? `${all} ${total === 1 ? "listing" : "listings"}` : `${count} of ${all} listings`}
      </p>
      <p className="flex items-center gap-1.5 text-muted text-xs max-md:hidden">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> move, <Kbd>Enter</Kbd> opens, <Kbd>n</Kbd> new
      </p>
      <div className="flex gap-1">
        <Button
          look="quiet"
          onClick={onBack}
          disabledReason={onBack === undefined ? "This is the first page." : undefined}
        >
          Page before
        </Button>
        <Button
          look="quiet"
          onClick={onNext}
          disabledReason={onNext === undefined ? "This is the last page." : undefined}
        >
          Next page
        </Button>
      </div>
    </div>
  );
}
