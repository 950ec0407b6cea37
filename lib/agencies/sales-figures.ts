import type { Median } from "@/lib/localities/suburb-profile";

/** What an agency or an agent sold in twelve months. */
export type SalesFigures = {
  /** YYYY-MM-DD, not counted itself. */
  readonly since: string;
  readonly sales: number;
  /** Of most of them; prices in any other are in no figure. Null where nothing was sold. */
  readonly currency: string | null;
  /** What was paid, in whole units of the currency, where that is told. */
  readonly price: Median;
  /** From the day on which a home was published to the day of its sale. */
  readonly daysOnMarket: Median;
};

/** Of an agency, or of an agent: what they sold for their own agency. */
export type Seller = { readonly kind: "agency" | "agent"; readonly slug: string };
