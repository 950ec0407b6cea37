import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBuiltPortals } from "@/tests/support/built-portal";

let portals: Awaited<ReturnType<typeof startBuiltPortals>>;
beforeAll(async () => {
  portals = await startBuiltPortals(1);
});
afterAll(() => portals.stop());

/** Sends a body in pieces, with a pause before each but the first. */
async function post(pieces: readonly string[], pauseMs: number): Promise<{ status: number; text: string }> {
  const [origin = ""] = portals.origins;
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", origin, "sec-fetch-site": "same-origin" };
    const asked = httpRequest(
      `${origin}/api/account/session`,
      { method: "POST", headers },
      async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, text });
      },
    );
    asked.on("error", reject);
    asked.flushHeaders();
    pieces.forEach((piece, n) => {
      setTimeout(() => (n === pieces.length - 1 ? asked.end(piece) : asked.write(piece)), n * pauseMs);
    });
  });
}

test("a route gets the whole body, in whatever pieces it came", async () => {
  const body = JSON.stringify({ email: "nobody@homes.example", password: "x".repeat(100) });
  const pieces = [body.slice(0, 10), body.slice(10, 60), body.slice(60)];
  for (const [sent, pauseMs] of [
    [[body], 0],
    [pieces, 0],
    [pieces, 100],
  ] as const)
    expect(await post(sent, pauseMs)).toMatchObject({ status: 401 });
});

test("a body that is too long, and none, are refused in words", async () => {
  const long = await post(["a".repeat(100_000), "a".repeat(10)], 50);
  expect([long.status, JSON.parse(long.text).error.message]).toEqual([413, "Send 64 KB at most."]);
  expect((await post([""], 50)).status).toBe(400);
});
