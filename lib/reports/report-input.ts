import { z } from "zod";
import { MESSAGE_LENGTH_MAX, REPORT_REASONS } from "@/lib/reports/report";

const NO_LISTING = "The number of the listing, which its address ends with, or that address.";

/** What a visitor reports, from JSON or from the fields of a form, in which what was left empty is "". */
export const ReportInput = z.strictObject({
  listing: z
    .union([z.number(), z.string().max(2_000, NO_LISTING).transform(numberIn)], NO_LISTING)
    .pipe(z.int(NO_LISTING).min(1, NO_LISTING).max(2_147_483_647, NO_LISTING)),
  reason: z.enum(REPORT_REASONS, "Choose what is wrong."),
  message: z
    .string("Say what is wrong.")
    .trim()
    .min(1, "Say what is wrong, in a sentence or two.")
    .max(MESSAGE_LENGTH_MAX, `At most ${MESSAGE_LENGTH_MAX} characters.`)
    .regex(/^[^\0]*$/, "A text without the character of number 0."),
  email: z
    .string("An e-mail address, or nothing.")
    .trim()
    .max(254, "At most 254 characters.")
    .regex(/^([^\s@\0]+@[^\s@\0]+)?$/, "An e-mail address, such as alex@example.com; or leave it empty.")
    .transform((address) => (address === "" ? null : address))
    .nullable()
    .default(null),
});
export type ReportInput = z.infer<typeof ReportInput>;

/** "42", or the address of a listing's page, which ends with its number. */
function numberIn(text: string): number {
  const [bare = ""] = text.trim().split(/[?#]/);
  return Number(/(?:^|[-/])(\d{1,10})\/?$/.exec(bare)?.[1] ?? Number.NaN);
}
