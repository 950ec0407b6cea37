import type { Metadata } from "next";
import { Frame } from "./(portal)/_frame/frame";
import PortalNotFound from "./(portal)/not-found";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Frame>
      <PortalNotFound />
    </Frame>
  );
}
