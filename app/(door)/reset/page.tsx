import type { Metadata } from "next";
import { currentPerson } from "@/lib/http/current-person";
import { Reset } from "./reset";

export const metadata: Metadata = { title: "Another password", robots: "noindex", referrer: "no-referrer" };

export default async function ResetPage() {
  // Not for who it is: what asks is stored by nobody.
  await currentPerson();
  return <Reset />;
}
