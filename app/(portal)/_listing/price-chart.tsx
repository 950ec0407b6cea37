import type { Listing } from "@/lib/listings/listing";
import { priceHistory } from "@/lib/listings/price-history";
import { amountText } from "@/lib/listings/price-text";
import { type DrawnHistory, drawPriceHistory } from "./draw-price-history";
import { dayText } from "./listing-words";

/** What was asked over time, for the eye: the table beside it says the same to everybody. */
export function PriceChart({ listing }: { listing: Pick<Listing, "history" | "price" | "status"> }) {
  const history = priceHistory(listing);
  const drawn = drawPriceHistory(history);
  if (drawn === null) return null;
  return (
    <figure className="grid max-w-3xl gap-3">
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-muted text-sm">
        <div className="relative h-44">
          {/* As wide as the widest, which gives the column its width. */}
          <span className="invisible">
            {amountText(drawn.ticks.at(-1)?.amount ?? 0, listing.price.currency)}
          </span>
          {drawn.ticks.map(({ y, amount }) => (
            <span key={amount} className="absolute right-0 -translate-y-1/2" style={{ top: `${y}%` }}>
              {amountText(amount, listing.price.currency)}
            </span>
          ))}
        </div>
        <Drawing drawn={drawn} />
        <div className="col-start-2 flex w-[94%] justify-between pt-2">
          <span>{dayText(drawn.from)}</span>
          <span>{dayText(drawn.to)}</span>
        </div>
      </div>
      {history.changePercent === null || history.changePercent === 0 ? null : (
        <figcaption>{changeWords(history.changePercent, listing.status === "sold")}</figcaption>
      )}
    </figure>
  );
}

function Drawing({ drawn: { ticks, bands, line, dots } }: { drawn: DrawnHistory }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="h-44 w-full overflow-visible"
    >
      <g className="stroke-line">
        {ticks.map(({ y }) => (
          <path key={y} d={`M0 ${y}H100`} vectorEffect="non-scaling-stroke" />
        ))}
      </g>
      {bands.map((band) => (
        <rect key={band.x} {...band} className="fill-accent-soft" />
      ))}
      <path d={line} vectorEffect="non-scaling-stroke" className="fill-none stroke-2 stroke-accent" />
      {/* Lines of no length with round ends: the field is stretched, and a circle would be an ellipse. */}
      {dots.map(({ x, y, isSale }) => (
        <path
          key={`${x} ${y}`}
          d={`M${x} ${y}h0`}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
          className={isSale ? "stroke-[14px] stroke-ink" : "stroke-[9px] stroke-accent"}
        />
      ))}
    </svg>
  );
}

function changeWords(percent: number, isSold: boolean): string {
  const size = `${Math.abs(percent)} %`;
  if (isSold) return `Sold for ${size} ${percent < 0 ? "less" : "more"} than was first asked.`;
  return `The price guide is ${size} ${percent < 0 ? "lower" : "higher"} than when it was listed.`;
}
