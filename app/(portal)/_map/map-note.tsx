import { homesWords } from "@/app/(portal)/_results/filter-words";
import { countIn, type MapView } from "./map-view";
import type { useListingMap } from "./use-listing-map";

type Props = { shown: ReturnType<typeof useListingMap>; view: MapView | null };

/** How many homes the map shows, said aloud when that changes; or that they did not come. */
export function MapNote({ shown, view }: Props) {
  const { found, hasFailed, tryAgain } = shown;
  const count = found === null || view === null ? null : countIn(view.bounds, found);
  return (
    <div className="absolute bottom-3 left-3 max-w-[70%] rounded-control bg-raised px-3 py-1.5 text-sm shadow-card empty:hidden">
      {hasFailed ? (
        <p role="alert">
          The homes of this part did not arrive.{" "}
          <button type="button" onClick={tryAgain} className="link cursor-pointer">
            Try again
          </button>
        </p>
      ) : count === null ? null : (
        <p role="status">{count === 0 ? "No homes here" : `${homesWords(count)} here`}</p>
      )}
    </div>
  );
}
