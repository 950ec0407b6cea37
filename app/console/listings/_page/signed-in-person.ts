import "server-only";
import { cache } from "react";
import type { Person } from "@/lib/accounts/person";
import { consoleVisitor } from "@/lib/http/console-visitor";

/** Who looks at a page of the console. Asked once, though a page and its title both want it. */
export const signedInPerson = cache(async (): Promise<Person> => (await consoleVisitor()).person);
