import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { findBrowser } from "@/lib/platform/services/browser";
import { requireDiskSpace } from "@/lib/platform/services/disk-space";
import { freePort, isPortFree } from "@/lib/platform/services/ports";

test("a port in use is not free, on whichever of this machine's addresses it is used", async () => {
  const port = await freePort();
  expect(await isPortFree(port)).toBe(true);
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  expect(await isPortFree(port)).toBe(false);
  expect(await freePort(port)).not.toBe(port);
  server.close();
  await once(server, "close");
  expect(await freePort(port)).toBe(port);
});

test("too little room on the disk is named in megabytes", () => {
  expect(() => requireDiskSpace("/srv/clone", 500, 499 * 1024 ** 2)).toThrow(
    "The disk of /srv/clone has 499 MB free and 500 MB are needed; make room, then try again.",
  );
  expect(() => requireDiskSpace("/srv/clone", 500, 500 * 1024 ** 2)).not.toThrow();
});

test("a CHROME_PATH that is no browser is refused rather than replaced", () => {
  expect(() => findBrowser({ chromePath: "/bin/true", path: "" })).toThrow("CHROME_PATH is /bin/true");
});
