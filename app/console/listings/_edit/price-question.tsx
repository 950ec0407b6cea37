import { Button } from "@/app/_ui/button";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { type Edited, valueIn } from "./edited-listing";
import { listingName } from "./public-place";

/** A price that moves by more than this is looked at twice before everybody reads it. */
const BIG_PERCENT = 20;

/** By how many percent the price of a listing on show would change; null where that is nothing to ask about. */
export function bigPriceChange(edited: Edited): number | null {
  const before = edited.listing.fields.priceLow;
  const after = valueIn(edited, "priceLow");
  if (edited.listing.channel === null || typeof before !== "number" || typeof after !== "number") return null;
  const percent = before === 0 ? 100 : Math.round((after / before - 1) * 100);
  return Math.abs(percent) > BIG_PERCENT ? percent : null;
}

type Props = { edited: Edited; onClose: () => void; onSure: () => void };

/** Asks once more before everybody reads a price that is far from the one before. */
export function PriceQuestion({ edited, onClose, onSure }: Props) {
  const percent = bigPriceChange(edited) ?? 0;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={`${Math.abs(percent)} % ${percent < 0 ? "less" : "more"} for ${listingName(edited.listing)}?`}
      description="The listing is on show: everybody reads the new price at once."
      actions={
        <>
          <DialogClose>
            <Button>Back to editing</Button>
          </DialogClose>
          <Button look="primary" onClick={onSure}>
            Save this price
          </Button>
        </>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-lg">
        <dt className="text-muted">Was</dt>
        <dd>{String(edited.listing.fields.priceDisplay)}</dd>
        <dt className="text-muted">Becomes</dt>
        <dd className="font-semibold">{String(valueIn(edited, "priceDisplay"))}</dd>
      </dl>
    </Dialog>
  );
}
