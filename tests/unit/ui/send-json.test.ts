import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { fetchJson } from "@/app/_ui/fetch-json";
import { RefusedRequest, sendJson, sendOnce } from "@/app/_ui/send-json";
import { onSessionEnd } from "@/app/_ui/session-end";

const ENDED = { error: { code: "unauthorized", message: "Sign in first.", issues: [] } };

test("what is answered comes back as a value, and nothing as undefined", async () => {
  const url = await serve((request, response) => {
    if (request.method === "DELETE") return response.writeHead(204).end();
    response.end(JSON.stringify({ method: request.method, type: request.headers["content-type"] }));
  });
  expect(await sendJson("POST", url, { a: 1 })).toEqual({
    ok: true,
    value: { method: "POST", type: "application/json" },
  });
  expect(await sendJson("DELETE", url)).toEqual({ ok: true, value: undefined });
});

test("a refusal comes back with its code, message, issues, details and the time to wait", async () => {
  const issues = [{ field: "price", reason: "A price above zero." }];
  const url = await serve((_, response) => {
    response.writeHead(409, { "retry-after": "30" });
    response.end(
      JSON.stringify({ error: { code: "conflict", message: "No.", issues, conflict: { version: 8 } } }),
    );
  });
  const refusal = {
    ...{ ok: false, code: "conflict", message: "No.", issues },
    ...{ details: { conflict: { version: 8 } }, retryAfterS: 30 },
  };
  expect(await sendJson("PATCH", url, {})).toEqual(refusal);
  const thrown = await fetchJson(url).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(RefusedRequest);
  expect(thrown).toMatchObject({ message: "No.", refusal });
});

test("an answer that is no refusal of the portal's, and no answer at all, are refusals in words for people", async () => {
  const url = await serve((_, response) => void response.writeHead(502).end("<h1>Bad gateway</h1>"));
  expect(await sendJson("GET", url)).toMatchObject({ ok: false, code: "internal" });
  expect(await sendJson("GET", "http://127.0.0.1:1/")).toMatchObject({ ok: false, code: "unreachable" });
});

test("only an abort rejects", async () => {
  const url = await serve(() => {});
  const controller = new AbortController();
  const answer = sendJson("GET", url, undefined, { signal: controller.signal });
  controller.abort();
  await expect(answer).rejects.toThrow();
});

test("what meets the end of a session waits until somebody has signed in, and is then sent once more", async () => {
  let isSignedIn = false;
  let asked = 0;
  const url = await serve((_, response) => {
    if (!isSignedIn) response.writeHead(401);
    response.end(JSON.stringify(isSignedIn ? { saved: true } : ENDED));
  });
  onTestFinished(
    onSessionEnd(async () => {
      asked += 1;
      isSignedIn = true;
      return true;
    }),
  );
  expect(await sendJson("PATCH", url, { price: 1 })).toEqual({ ok: true, value: { saved: true } });
  expect(asked).toBe(1);
});

test("whoever does not sign in again is refused, and signing in itself asks nobody", async () => {
  let asked = 0;
  const url = await serve((_, response) => void response.writeHead(401).end(JSON.stringify(ENDED)));
  expect(await sendJson("GET", url)).toMatchObject({ ok: false, code: "unauthorized" });
  onTestFinished(
    onSessionEnd(async () => {
      asked += 1;
      return false;
    }),
  );
  expect(await sendJson("GET", url)).toMatchObject({ ok: false, code: "unauthorized" });
  expect(await sendOnce("GET", url)).toMatchObject({ ok: false, code: "unauthorized" });
  expect(asked).toBe(1);
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
