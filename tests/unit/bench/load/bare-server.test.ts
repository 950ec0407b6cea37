import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";

const BODY = gzipSync("the page");

async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), "bare-"));
  const copied = createServer((request, response) => {
    const headers = { "Content-Encoding": "gzip", ETag: '"one"', "Cache-Status": "Verandah; hit" };
    if (request.url === "/buy?beds=3-") response.writeHead(200, headers).end(BODY);
    else response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => copied.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(copied.address() as AddressInfo).port}`;
  const children: ChildProcess[] = [];
  onTestFinished(() => {
    for (const child of children) child.kill();
    copied.closeAllConnections();
    copied.close();
    rmSync(folder, { recursive: true });
  });
  const start = (paths: readonly string[]) => {
    const file = join(folder, "paths.json");
    writeFileSync(file, JSON.stringify(paths));
    const child = fork("bench/peers/bare-server.ts", [origin, file], {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    children.push(child);
    return child;
  };
  return { start, origin };
}

test("the bare server sends the same bytes and headers as what it copies, and ends with whoever started it", async () => {
  const { start, origin } = await setUp();
  const child = start(["/buy?beds=3-"]);
  const [{ port }] = await once(child, "message");
  const [copied, bare] = await Promise.all(
    [origin, `http://127.0.0.1:${port}`].map(async (each) => {
      const answer = await fetch(`${each}/buy?beds=3-`);
      const { date: _, connection: __, "keep-alive": ___, ...headers } = Object.fromEntries(answer.headers);
      return { status: answer.status, text: await answer.text(), headers };
    }),
  );
  expect(bare?.text).toBe("the page");
  expect(bare).toMatchObject({ ...copied, headers: { etag: '"one"', "content-encoding": "gzip" } });
  expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
  child.disconnect();
  expect((await once(child, "exit"))[0]).toBe(0);
}, 20_000);

test("what cannot be copied ends it before it says that it is ready", async () => {
  const { start } = await setUp();
  const child = start(["/missing"]);
  expect((await once(child, "exit"))[0]).not.toBe(0);
}, 20_000);
