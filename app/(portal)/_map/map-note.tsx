import { homesWords } from "@/app/(portal)/_results/filter-words";
import type { useListingMap } from "./use-listing-map";

/** How many homes the map shows, said aloud when that changes; or that they did not come. */
export function MapNote({ shown }: { shown: ReturnType<typeof useListingMap> }) {
  const { found, hasFailed, tryAgain } = shown;
  return (
    <div className="absolute bottom-3 left-3 max-w-[70%] rounded-control bg-raised px-3 py-1.5 text-sm shadow-card empty:hidden">
      {hasFailed ? (
        <p role="alert">
          The homes of this part did not arrive.{" "}
          <button type="button" onClick={tryAgain} className="link cursor-pointer">
            Try again
          </button>
        </p>
      ) : found === null ? null : (
        <p role="status">{found.total === 0 ? "No homes here" : `${homesWords(found.total)} here`}</p>
      )}
    </div>
  );
}
