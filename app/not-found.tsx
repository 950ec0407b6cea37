import type { Metadata } from "next";
import { connection } from "next/server";
import { Frame } from "./(portal)/_frame/frame";
import { NothingHere } from "./(portal)/_frame/missing-page";

export const metadata: Metadata = { title: "Nothing here" };

export default async function NotFound() {
  // Rendered once for all, it would let shared caches keep "nothing here" for a year, under whatever address.
  await connection();
  return (
    <Frame>
      <NothingHere />
    </Frame>
  );
}
