import { Button } from "@/app/_ui/button";
import { amountText } from "@/lib/listings/price-text";
import type { Range } from "./amounts-in-text";

type Props = { other: Range | null; currency: string; onTake: (range: Range) => void };

/** Says that the text and the range differ, and lets the range follow. */
export function PriceRange({ other, currency, onTake }: Props) {
  if (other === null) return <div role="status" className="empty:hidden" />;
  const [low, high] = [amountText(other.low, currency), amountText(other.high, currency)];
  const words = other.low === other.high ? low : `${low} to ${high}`;
  return (
    <div role="status" className="flex flex-wrap items-center gap-3">
      <p>
        The text says <b>{words}</b>; searches go by something else.
      </p>
      <Button onClick={() => onTake(other)}>Search by {words}</Button>
    </div>
  );
}
