import { useState } from "react";
import type { Offer } from "@/lib/listings/listing";
import { isBareAmount, priceText } from "@/lib/listings/price-text";
import { amountsIn, type Range } from "./amounts-in-text";
import { type Form, textIn } from "./form";
import { writtenAmount } from "./written-number";

type Bound = "priceLow" | "priceHigh";

/** The three controls of a price. The range follows the text as long as it says the same; where they part, `other` is what the text says. */
export function usePriceText(form: Form) {
  const [display, setDisplay] = useState(textIn(form, "priceDisplay"));
  const [low, setLow] = useState(writtenAmount(form.value("priceLow")));
  const [high, setHigh] = useState(writtenAmount(form.value("priceHigh")));
  const said = amountsIn(display);
  const isFollowing = said === null ? low === "" && high === "" : isRange(form, said);

  const takeRange = (range: Range) => {
    setLow(writtenAmount(range.low));
    setHigh(writtenAmount(range.high));
    form.set("priceLow", range.low);
    form.set("priceHigh", range.high);
  };
  const typeDisplay = (text: string) => {
    const next = amountsIn(text);
    setDisplay(text);
    form.set("priceDisplay", text);
    if (next !== null && isFollowing) takeRange(next);
  };
  return {
    ...{ display, low, high, typeDisplay, takeRange },
    /** A bare number is what somebody means by a price: it is written out. */
    leaveDisplay: () => {
      if (said === null || !isBareAmount(display.trim())) return;
      const offer: Offer = form.value("offer") === "rent" ? "rent" : "sale";
      typeDisplay(priceText(said.low, { currency: String(form.listing.fields.priceCurrency), offer }));
    },
    typeBound: (field: Bound, text: string, value: unknown) => {
      if (field === "priceLow") setLow(text);
      else setHigh(text);
      form.set(field, value);
    },
    other: said === null || isFollowing ? null : said,
  };
}

function isRange(form: Form, { low, high }: Range): boolean {
  const [from, to] = [form.value("priceLow"), form.value("priceHigh")];
  return (from === low && to === high) || (from === null && to === null);
}
