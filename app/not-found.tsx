import type { Metadata } from "next";
import { Frame } from "./(portal)/_frame/frame";
import { NothingHere } from "./(portal)/_frame/missing-page";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <Frame>
      <NothingHere />
    </Frame>
  );
}
