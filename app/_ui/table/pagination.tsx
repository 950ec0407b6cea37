import { IconButton } from "@/app/_ui/icon-button";

type Props = {
  /** From 1. */
  page: number;
  pageSize: number;
  /** Of all pages together. */
  total: number;
  onPage: (page: number) => void;
};

/** Below a table: which of how many rows are shown, and the pages before and after. */
export function Pagination({ page, pageSize, total, onPage }: Props) {
  const first = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-between gap-3 border-line border-t px-3 py-1.5"
    >
      <p className="text-muted" role="status">
        {`${written(first)}–${written(last)} of ${written(total)}`}
      </p>
      <div className="flex gap-1">
        <IconButton
          icon="chevron-left"
          label="Page before"
          onClick={() => onPage(page - 1)}
          disabledReason={page <= 1 ? "This is the first page." : undefined}
        />
        <IconButton
          icon="chevron-right"
          label="Next page"
          onClick={() => onPage(page + 1)}
          disabledReason={last >= total ? "This is the last page." : undefined}
        />
      </div>
    </nav>
  );
}

function written(count: number): string {
  return count.toLocaleString("en-AU");
}
