import { DateField } from "@/app/_ui/date-field";
import { MoneyField } from "@/app/_ui/money-field";
import { Notice } from "@/app/_ui/notice";
import { readAmount, writtenAmount } from "@/app/console/listings/_edit/written-number";
import type { EditableListing } from "@/lib/listings/editable-listing";
import { amountText, soldText } from "@/lib/listings/price-text";
import { todayIn } from "./verb-request";
import { WithheldChoice } from "./withheld-choice";

type Body = Readonly<Record<string, unknown>>;
type Props = {
  body: Body;
  error: (field: string) => string | undefined;
  onChange: (body: Body) => void;
};

/** From here on a sale's price is far enough from what was asked to be looked at twice. */
const FAR_PERCENT = 25;

/** When a home was sold, and for how much; the price may be withheld. */
export function SaleFields({ listing, body, error, onChange }: Props & { listing: EditableListing }) {
  const { soldOn, soldPrice } = body;
  const currency = String(listing.fields.priceCurrency);
  const isWithheld = soldPrice === null;
  const isAmount = typeof soldPrice === "number";
  return (
    <div className="grid gap-4">
      <DateField
        label="Sold on"
        isRequired
        value={String(soldOn ?? "")}
        max={todayIn(listing.timeZone)}
        error={error("soldOn")}
        onChange={({ target }) => onChange({ ...body, soldOn: target.value })}
      />
      <WithheldChoice
        isWithheld={isWithheld}
        onChoose={(withheld) => onChange({ ...body, soldPrice: withheld ? null : "" })}
      />
      {isWithheld ? null : (
        <MoneyField
          label="Sold for"
          isRequired
          defaultValue={writtenAmount(soldPrice)}
          error={error("soldPrice")}
          onChange={({ target }) => onChange({ ...body, soldPrice: readAmount(target.value) ?? "" })}
        />
      )}
      <div role="status" className="grid gap-3">
        {isWithheld || isAmount ? (
          <p>
            Everybody will read: <b>{soldText(isAmount ? soldPrice : null, currency)}</b>
          </p>
        ) : null}
        {isAmount ? <FarFromAsked soldPrice={soldPrice} listing={listing} /> : null}
      </div>
    </div>
  );
}

/** When a home was let. */
export function LeaseFields({ body, error, onChange }: Props) {
  return (
    <DateField
      label="Leased on"
      isRequired
      value={String(body.leasedOn ?? "")}
      error={error("leasedOn")}
      onChange={({ target }) => onChange({ ...body, leasedOn: target.value })}
    />
  );
}

function FarFromAsked({ soldPrice, listing }: { soldPrice: number; listing: EditableListing }) {
  const { priceLow, priceHigh, priceCurrency } = listing.fields;
  if (typeof priceLow !== "number" || typeof priceHigh !== "number" || priceLow === 0) return null;
  const asked = soldPrice < priceLow ? priceLow : priceHigh;
  const percent = Math.round((soldPrice / asked - 1) * 100);
  if ((soldPrice >= priceLow && soldPrice <= priceHigh) || Math.abs(percent) < FAR_PERCENT) return null;
  return (
    <Notice
      tone="warning"
      title={`That is ${Math.abs(percent)} % ${percent < 0 ? "less" : "more"} than was asked`}
    >
      {amountText(asked, String(priceCurrency))} was asked. Is a digit missing, or one too many?
    </Notice>
  );
}
