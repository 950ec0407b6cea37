import type { PropertyType } from "@/lib/listings/listing";
import type { Locality } from "@/lib/localities/place";

/** A middle value and how many it is the middle of: the mean of the two middle ones of an even number, rounded half up; null for fewer than three. */
export type Median = { readonly median: number | null; readonly count: number };

/** One figure for all types together, and for each type that has any. */
export type ByType<F> = {
  readonly all: F;
  readonly byType: Readonly<Partial<Record<PropertyType, F>>>;
};

/** `sales` counts every sale; its price may be withheld, given as a range, or in another currency, and so be in no median. */
export type SaleFigures = { readonly sales: number; readonly price: Median };

/** Of the three months from `startsOn`: "2026-Q4" starts on 2026-10-01. */
export type QuarterFigures = ByType<SaleFigures> & { readonly quarter: string; readonly startsOn: string };

/** Figures of a locality. Prices in whole units of `currency`; days as YYYY-MM-DD in the locality's region. */
export type SuburbProfile = {
  readonly locality: Locality;
  /** Of its country. Prices in any other are in no figure. */
  readonly currency: string;
  /** The day in the region on which these are the figures. */
  readonly asOf: string;
  /** Public listings now, those under offer among them. */
  readonly stock: {
    readonly buy: ByType<number>;
    readonly rent: ByType<number>;
    readonly sold: ByType<number>;
  };
  /** What is asked now, by the middle of each listing's range. */
  readonly askingPrice: ByType<Median>;
  /** Per week. */
  readonly weeklyRent: ByType<Median>;
  /** The last twelve quarters, the oldest first; the last is the one that today is in. */
  readonly quarters: readonly QuarterFigures[];
  /** Since this day a year ago, that day not counted. */
  readonly lastYear: ByType<SaleFigures & { readonly daysOnMarket: Median }>;
};
