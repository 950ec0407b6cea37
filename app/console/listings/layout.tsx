import type { ReactNode } from "react";
import { ToastRegion } from "@/app/_ui/toast/toast-region";

export default function ListingsLayout({ children }: { children: ReactNode }) {
  return <ToastRegion>{children}</ToastRegion>;
}
