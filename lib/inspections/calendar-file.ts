import { AppError } from "@/lib/errors";
import { inspectionName } from "@/lib/inspections/inspection-calendar";
import type { ListingInspection } from "@/lib/listings/listing";

/** Which inspections of a listing a file holds: all, or those that begin at the instant that inspectionName wrote. */
export type CalendarFile = "all" | `${string}Z`;

/** The file that an address names. AppError not_found for anything else. */
export function calendarFileNamed(name: string): CalendarFile {
  if (name === "all.ics") return "all";
  const [, at] = /^(\d{8}T\d{6})Z\.ics$/.exec(name) ?? [];
  if (at !== undefined) return `${at}Z`;
  throw new AppError("not_found", `There is no calendar "${name.slice(0, 40)}".`);
}

/** The path of a file with these inspections of the listing. */
export function calendarPath(listing: number, file: CalendarFile): string {
  return `/api/listings/${listing}/inspections/${file}.ics`;
}

export function inspectionsIn(
  inspections: readonly ListingInspection[],
  file: CalendarFile,
): readonly ListingInspection[] {
  return file === "all" ? inspections : inspections.filter((each) => inspectionName(each) === file);
}
