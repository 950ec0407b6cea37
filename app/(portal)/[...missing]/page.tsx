import type { Metadata } from "next";
import { MissingPage } from "@/app/(portal)/_frame/missing-page";

export const metadata: Metadata = { title: "Nothing here" };

/** An address that leads to no other page. A file not-found.tsx would be sent with every page there is. */
export default function Missing() {
  return <MissingPage />;
}
