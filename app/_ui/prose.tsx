import type { ReactNode } from "react";

/** Running text at a width that reads well. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="grid max-w-2xl gap-4 text-[1.0625rem] leading-relaxed [&_h2]:mt-6 [&_h2]:text-2xl [&_li]:ml-5 [&_li]:list-disc [&_code]:wrap-anywhere [&_ul]:grid [&_ul]:gap-2">
      {children}
    </div>
  );
}
