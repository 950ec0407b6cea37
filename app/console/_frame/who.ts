import type { Role } from "@/lib/accounts/person";

/** Whoever is signed in, as the frame names them. */
export type Who = {
  readonly name: string;
  readonly role: Role;
  /** Its name; of an agent only. */
  readonly agency: string | null;
};
