import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Compression, like every header about caching, belongs to the server in front of Next (server.ts).
  compress: false,
  serverExternalPackages: ["pg", "ioredis", "pino", "@prisma/client"],
};

export default config;
