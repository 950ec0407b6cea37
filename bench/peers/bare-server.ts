import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import { requireLoopback } from "@/bench/load/loopback";

// The least that Node can do: the same bytes and headers as another server's, by address, out of memory. Says its port when it is ready.
const [, , origin = "", pathsFile = ""] = process.argv;
const paths = z.array(z.string()).parse(JSON.parse(readFileSync(pathsFile, "utf8")));

type Kept = { readonly headers: OutgoingHttpHeaders; readonly body: Buffer };
const kept = new Map<string, Kept>();
/** Of the connection, not of the answer. */
const LEFT_OUT = new Set(["connection", "keep-alive", "transfer-encoding", "date"]);

for (const path of paths) kept.set(path, await keep(path));
const server = createServer((request, response) => {
  const answer = kept.get(request.url ?? "");
  if (answer === undefined) response.writeHead(404).end();
  else response.writeHead(200, answer.headers).end(answer.body);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
// Whoever started it has ended.
process.once("disconnect", () => process.exit(0));
process.send?.({ port: (server.address() as AddressInfo).port });

async function keep(path: string): Promise<Kept> {
  const asked = get(requireLoopback(`${origin}${path}`), {
    headers: { "accept-encoding": "gzip, deflate, br" },
  });
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const body = await buffer(response);
  if (response.statusCode !== 200) throw new Error(`${path} was answered ${response.statusCode}.`);
  const headers = Object.entries(response.headers).filter(([name]) => !LEFT_OUT.has(name));
  return { headers: { ...Object.fromEntries(headers), "content-length": body.length }, body };
}
