import { Icon, type IconName } from "@/app/_ui/icon";
import type { ListingCard } from "@/lib/listings/listing";
import { areaText } from "./listing-words";

type Fact = { readonly icon: IconName; readonly value: string; readonly words: string };

/** The figures of a listing in one line; what is not known is left out. */
export function Facts({ listing }: { listing: ListingCard }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
      {factsOf(listing).map(({ icon, value, words }) => (
        <li key={words} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <Icon of={icon} className="size-4.5 text-muted" />
          {value}
          <span className="sr-only"> {words}</span>
        </li>
      ))}
    </ul>
  );
}

function factsOf(listing: ListingCard): readonly Fact[] {
  const { beds, baths, parking, landAreaM2, floorAreaM2 } = listing;
  const area = landAreaM2 ?? floorAreaM2;
  const areaIcon: IconName = landAreaM2 === null ? "panels-top-left" : "maximize";
  const areaWords = landAreaM2 === null ? "floor area" : "of land";
  return [
    ...(beds === null ? [] : [fact("bed-double", beds, "bedroom")]),
    ...(baths === null ? [] : [fact("bath", baths, "bathroom")]),
    ...(parking === null ? [] : [fact("car-front", parking, "car space")]),
    ...(area === null ? [] : [{ icon: areaIcon, value: areaText(area), words: areaWords }]),
  ];
}

function fact(icon: IconName, count: number, word: string): Fact {
  return { icon, value: String(count), words: count === 1 ? word : `${word}s` };
}
