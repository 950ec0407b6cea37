import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Throws outside a bundler's server layer; its promise is kept by next build.
  "server-only": `${root}node_modules/server-only/empty.js`,
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts", "tests/lint/**/*.test.ts"],
          // Projects with different numbers of workers cannot share a turn.
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/services.ts"],
          // How long a test takes says how busy the machine is; this is for one that hangs.
          testTimeout: 90_000,
          hookTimeout: 60_000,
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias },
        // A portal of several processes under faults, alone on the machine.
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: "forks",
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve: { alias },
        // The portal as it is built, asked over HTTP.
        test: {
          name: "http",
          include: ["tests/http/**/*.test.ts"],
          globalSetup: ["tests/support/services.ts"],
          // How long a test takes says how busy the machine is; this is for one that hangs.
          testTimeout: 90_000,
          hookTimeout: 120_000,
          pool: "forks",
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
      {
        resolve: { alias },
        // bin/up itself, from copies of the tree: one at a time, because each is a whole portal.
        test: {
          name: "launcher",
          include: ["tests/launcher/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: "forks",
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
