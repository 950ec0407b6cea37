import type { Channel } from "@/lib/listings/listing";

export type ChannelWords = {
  readonly nav: string;
  /** "Homes for sale", before " in Newtown". */
  readonly homes: string;
  /** Steps of the price filter, in whole units of the listing's currency. */
  readonly prices: readonly number[];
  readonly priceUnit: string;
};

const SALE_PRICES = [
  200, 300, 400, 500, 600, 700, 800, 900, 1_000, 1_200, 1_400, 1_600, 1_800, 2_000, 2_500, 3_000, 4_000,
  5_000, 7_500, 10_000,
].map((thousands) => thousands * 1_000);

export const CHANNEL_WORDS: Readonly<Record<Channel, ChannelWords>> = {
  buy: { nav: "Buy", homes: "Homes for sale", prices: SALE_PRICES, priceUnit: "" },
  rent: {
    nav: "Rent",
    homes: "Homes to rent",
    prices: [
      200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 900, 1_000, 1_200, 1_500, 2_000, 3_000,
    ],
    priceUnit: " a week",
  },
  sold: { nav: "Sold", homes: "Homes sold", prices: SALE_PRICES, priceUnit: "" },
};
