import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Every reader gets the same bytes, with the page's title in its head: by default only some robots would.
  htmlLimitedBots: /.*/,
  // Pictures are made in their sizes when they come in; the optimiser would be a second way, open to the public.
  images: { unoptimized: true },
  // npm run check does it, once and for everything.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "ioredis", "pino", "@prisma/client"],
};

export default config;
