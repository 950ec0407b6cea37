import type { ReactNode } from "react";
import { Frame } from "./_frame/frame";

export const dynamic = "force-dynamic";

export default function PortalLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}
