import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { currentPerson } from "@/lib/http/current-person";

export const dynamic = "force-dynamic";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  if (person === null) redirect("/sign-in");
  return <main>{children}</main>;
}
