import { AppError } from "@/lib/errors";

const ID_MAX = 2_147_483_647;

/** The number in an address. AppError not_found, as for a number that nothing has, when it is none. */
export function rowNamed(text: string, what: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (id < 1 || id > ID_MAX) throw new AppError("not_found", `There is no ${what} ${text.slice(0, 20)}.`);
  return id;
}
