import "server-only";
import { cache } from "react";
import { findCurrentForEditing } from "@/lib/listings/editable-queries";
import { listingNamed } from "@/lib/listings/listing-named";
import { orRefusal } from "./or-refusal";
import { signedInPerson } from "./signed-in-person";

/** The listing that an address names, for whoever asks, or why not. Asked once, though a page and its title both want it. */
export const editableOnce = cache(async (name: string) => {
  const person = await signedInPerson();
  return orRefusal(async () => findCurrentForEditing(listingNamed(name), person));
});
