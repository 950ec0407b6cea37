/** Milliseconds of the machine's monotonic clock, which all its processes share. */
export function instant(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export type Task = {
  readonly seconds: number;
  readonly listings: readonly number[];
  /** Those that this process writes. */
  readonly own: readonly number[];
  readonly seed: number;
};

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "acknowledged"; readonly listing: number; readonly version: number; readonly at: number }
  /** By threes: a listing, the version that was shown, and when the read began. */
  | { readonly kind: "saw"; readonly reads: Float64Array }
  | {
      readonly kind: "done";
      readonly loads: number;
      readonly hitMicroseconds: number;
      readonly errors: number;
    };
