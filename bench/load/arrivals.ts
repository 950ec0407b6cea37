/** When requests are due, whatever became of those before: evenly, so many a second for so long. */
export type Arrivals = { readonly perSecond: number; readonly seconds: number };

/** An hour at a thousand a second; who asks for more has mistyped. */
const ARRIVALS_MAX = 4_000_000;
const SECONDS_MAX = 7_200;

/** How many there are. Throws when the run would be without end. */
export function countArrivals({ perSecond, seconds }: Arrivals): number {
  const count = Math.floor(perSecond * seconds);
  if (!(count >= 1 && count <= ARRIVALS_MAX && seconds <= SECONDS_MAX))
    throw new Error(
      `${perSecond} requests a second for ${seconds} s is not between one request and ${ARRIVALS_MAX.toLocaleString("en")}, or longer than ${SECONDS_MAX} s.`,
    );
  return count;
}

/** Milliseconds from the beginning until the request of this number, from 0, is due. */
export function dueAfterMs(number: number, { perSecond }: Arrivals): number {
  return (number * 1_000) / perSecond;
}
