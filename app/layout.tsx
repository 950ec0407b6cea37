import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { sans, sansRest, serif, serifRest } from "./_fonts/fonts";
import { Live } from "./_ui/live";

export const metadata: Metadata = {
  title: { default: "Verandah: homes to buy and rent", template: "%s · Verandah" },
  description: "Homes for sale, to rent and recently sold, suburb by suburb.",
  icons: { icon: "/favicon.svg" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f3ec" },
    { media: "(prefers-color-scheme: dark)", color: "#161410" },
  ],
};

const FONTS = [serif, serifRest, sans, sansRest].map(({ variable }) => variable).join(" ");

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme that somebody chose stands on it before React comes (theme-script.tsx).
    <html lang="en-AU" suppressHydrationWarning className={FONTS}>
      <body>
        {children}
        <Live />
      </body>
    </html>
  );
}
