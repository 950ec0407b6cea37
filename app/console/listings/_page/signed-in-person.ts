import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Person } from "@/lib/accounts/person";
import { currentPerson } from "@/lib/http/current-person";

/** Who looks at a page of the console; whoever is nobody signs in first. Asked once, though a page and its title both want it. */
export const signedInPerson = cache(async (): Promise<Person> => {
  const person = await currentPerson();
  if (person === null) redirect("/sign-in");
  return person;
});
