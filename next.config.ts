import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

const CONFIG: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Every reader gets the same bytes, with the page's title in its head: by default only some robots would.
  htmlLimitedBots: /.*/,
  // Pictures are made in their sizes when they come in; the optimiser would be a second way, open to the public.
  images: { unoptimized: true },
  // npm run check does it, once and for everything.
  typescript: { ignoreBuildErrors: true },
  // A build on top of another once left out the styles of a folder that had come since.
  experimental: { turbopackFileSystemCacheForBuild: false },
  serverExternalPackages: ["pg", "ioredis", "pino", "@prisma/client"],
};

const PAGES = ["tsx", "ts"];

/** What is named page.dev.tsx is a page in development, and nothing at all in a build: no route, no bytes. */
export default function config(phase: string): NextConfig {
  return { ...CONFIG, pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? [...PAGES, "dev.tsx"] : PAGES };
}
