"use client";

import "./globals.css";
import { Failure } from "@/app/_ui/failure";

// The root layout is what broke: this page brings its own document.
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en-AU">
      <body>
        <title>Something went wrong · Verandah</title>
        <Failure retry={retry} />
      </body>
    </html>
  );
}
