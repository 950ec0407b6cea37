import type { Client } from "pg";
import { type Fleet, type FleetOptions, startFleet } from "@/bench/load/fleet";
import type { Stage } from "@/bench/search/stage";
import { connectClient } from "@/lib/platform/postgres-client";

type Given = Partial<Pick<FleetOptions, "databaseUrl" | "redisUrl" | "settings" | "knowsAddress" | "name">> &
  Pick<FleetOptions, "processes">;

/** Runs work with processes of the portal on a stage, and a way to its database beside theirs. */
export async function withPortal<T>(
  stage: Stage,
  given: Given,
  work: (fleet: Fleet, client: Client) => Promise<T>,
): Promise<T> {
  const { databaseUrl, redisUrl, folder, stack } = stage;
  const client = await connectClient(databaseUrl);
  try {
    const fleet = await startFleet({ databaseUrl, redisUrl, folder, stack, name: "load", ...given });
    try {
      return await work(fleet, client);
    } finally {
      await fleet.stop();
    }
  } finally {
    await client.end();
  }
}
