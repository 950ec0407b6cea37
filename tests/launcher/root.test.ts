import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "@/lib/platform/services/ports";
import { placeOutsideClone } from "@/lib/platform/services/postgres-place";
import { isRoot, postgresUser } from "@/lib/platform/services/run-as";
import { copyClone } from "@/tests/launcher/clone-copy";
import { runUp, startedBy, stillRunning } from "@/tests/launcher/up-run";

// Only root can try these: an ordinary user is neither refused by Postgres nor able to become somebody else. CI is root.
const asRoot = test.runIf(isRoot() || process.env.CI);

asRoot(
  "as root, below a home of mode 0700, Postgres and its data go where its user can reach them",
  async () => {
    const clone = copyClone({ isPrivate: true });
    const outside = placeOutsideClone(clone.root);
    try {
      for (const round of ["made", "found again"]) {
        const port = await freePort();
        const up = runUp(clone.root, ["--port", String(port), "--listings", "50"]);
        await up.isUp;
        expect(up.said(), round).toContain(`its data is in ${outside}`);
        expect(statSync(join(outside, "postgres")).uid).not.toBe(0);
        expect(existsSync(join(clone.root, ".data/postgres/PG_VERSION"))).toBe(false);
        expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
        if (round === "found again") expect(up.said()).toMatch(/listings +kept as they are/);
        const processes = startedBy(clone.root);
        up.signal("SIGINT");
        expect(await up.ended).toBe(0);
        expect(stillRunning(processes)).toEqual([]);
      }
    } finally {
      clone.remove();
    }
  },
);

asRoot("an ordinary user brings the portal up in a clone of their own", async () => {
  const owner = postgresUser("/nowhere");
  if (!owner) throw new Error("There is no unprivileged user to try it as.");
  const clone = copyClone({ owner });
  try {
    const port = await freePort();
    const up = runUp(clone.root, ["--port", String(port), "--listings", "50"], { runAs: owner });
    await up.isUp;
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect(statSync(join(clone.root, ".data/postgres")).uid).toBe(owner.uid);
    const processes = startedBy(clone.root);
    up.signal("SIGINT");
    expect(await up.ended).toBe(0);
    expect(stillRunning(processes)).toEqual([]);
  } finally {
    clone.remove();
  }
});
