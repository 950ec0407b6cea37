import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/lib/platform/services/ports";
import { startAccountPortal } from "@/tests/support/account-portal";
import { createTestDatabase } from "@/tests/support/database";

let held: Awaited<ReturnType<typeof createTestDatabase>>;
let portal: Awaited<ReturnType<typeof startAccountPortal>>;
let port: number;
beforeAll(async () => {
  held = await createTestDatabase({ TRUST_PROXY: "1" });
  port = await freePort();
  portal = await startAccountPortal(held.runtime, port);
});
afterAll(async () => {
  await portal.close();
  await held.close();
});

type Headers = Readonly<Record<string, string>>;

/** With a Host of the test's choice, which fetch does not allow. */
function ask(
  method: string,
  path: string,
  headers: Headers,
): Promise<{ status: number; message: string; cookie: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: "127.0.0.1", port, method, path, headers }, async (answer) => {
      const body = await text(answer);
      resolve({
        status: answer.statusCode ?? 0,
        message: body === "" ? "" : (JSON.parse(body).error?.message ?? ""),
        cookie: String(answer.headers["set-cookie"] ?? ""),
      });
    });
    asked.once("error", reject);
    asked.end();
  });
}

const HTTPS: Headers = { host: "homes.example", "x-forwarded-proto": "https" };
const LOCAL: Headers = { host: "localhost:3000" };
const PLAIN: Headers = { host: "homes.example" };
const SAME = { "sec-fetch-site": "same-origin" };

const REFUSED: readonly (readonly [what: string, headers: Headers])[] = [
  ["no origin", { ...HTTPS, ...SAME }],
  ["an opaque origin", { ...HTTPS, ...SAME, origin: "null" }],
  ["an empty origin", { ...HTTPS, ...SAME, origin: "" }],
  ["another site", { ...HTTPS, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site that says it is the same", { ...HTTPS, ...SAME, origin: "https://evil.example" }],
  [
    "another host of the site",
    { ...HTTPS, origin: "https://www.homes.example", "sec-fetch-site": "same-site" },
  ],
  ["a longer host", { ...HTTPS, ...SAME, origin: "https://homes.example.evil.example" }],
  ["another port", { ...HTTPS, ...SAME, origin: "https://homes.example:8443" }],
  ["another scheme", { ...HTTPS, ...SAME, origin: "http://homes.example" }],
  ["two origins", { ...HTTPS, ...SAME, origin: "https://homes.example https://evil.example" }],
  ["by https without Sec-Fetch-Site", { ...HTTPS, origin: "https://homes.example" }],
  ["by https from an address bar", { ...HTTPS, origin: "https://homes.example", "sec-fetch-site": "none" }],
  [
    "by https from the same site",
    { ...HTTPS, origin: "https://homes.example", "sec-fetch-site": "same-site" },
  ],
  ["on this machine without Sec-Fetch-Site", { ...LOCAL, origin: "http://localhost:3000" }],
  ["on this machine from another port", { ...LOCAL, ...SAME, origin: "http://localhost:4000" }],
  ["on this machine by its other name", { ...LOCAL, ...SAME, origin: "http://127.0.0.1:3000" }],
  ["by plain http from another site", { ...PLAIN, origin: "http://evil.example" }],
  ["by plain http without an origin", PLAIN],
  [
    "by plain http with what only another site says",
    { ...PLAIN, origin: "http://homes.example", "sec-fetch-site": "cross-site" },
  ],
];

const TAKEN: readonly (readonly [what: string, headers: Headers])[] = [
  ["by https from a page of the portal", { ...HTTPS, ...SAME, origin: "https://homes.example" }],
  ["on this machine", { ...LOCAL, ...SAME, origin: "http://localhost:3000" }],
  // Browsers send no Sec-Fetch headers to what is not trustworthy.
  ["by plain http elsewhere", { ...PLAIN, origin: "http://homes.example" }],
];

const CHANGES: readonly (readonly [method: string, path: string])[] = [
  ["POST", "/api/account/session"],
  ["DELETE", "/api/account/session"],
  ["POST", "/api/account/session/second-factor"],
  ["DELETE", "/api/account/sessions"],
  ["DELETE", "/api/account/sessions/1"],
  ["POST", "/api/account/password"],
  ["POST", "/api/account/password-reset"],
  ["POST", "/api/account/second-factor"],
  ["PUT", "/api/account/second-factor"],
  ["DELETE", "/api/account/second-factor"],
  ["POST", "/api/account/recovery-codes"],
  ["POST", "/api/account/invitation"],
  ["POST", "/api/account/invitation/preview"],
  ["POST", "/api/console/invitations"],
  ["DELETE", "/api/console/invitations/1"],
  ["PATCH", "/api/console/accounts/1"],
  ["POST", "/api/console/accounts/1/reset-link"],
];

for (const [what, headers] of REFUSED)
  test(`a change is refused: ${what}`, async () => {
    const { status, message } = await ask("POST", "/api/account/password-reset", headers);
    expect({ status, message }).toEqual({ status: 403, message: expect.stringMatching(/\S.*\.$/) });
  });

for (const [what, headers] of TAKEN)
  test(`a change is taken: ${what}`, async () => {
    // It has no body: that is what is wrong with it now.
    expect((await ask("POST", "/api/account/password-reset", headers)).status).toBe(415);
  });

test("no address that changes anything is without the rule, and none that only answers has it", async () => {
  const foreign = { ...HTTPS, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  for (const [method, path] of CHANGES) expect((await ask(method, path, foreign)).status, path).toBe(403);
  for (const path of [
    "/api/account",
    "/api/account/sessions",
    "/api/console/accounts",
    "/api/console/invitations",
  ])
    expect((await ask("GET", path, foreign)).status, path).toBe(401);
});

test("by plain http nobody signs in but on the machine itself, and is told why", async () => {
  const { status, message } = await ask("POST", "/api/account/session", {
    ...PLAIN,
    origin: "http://homes.example",
  });
  expect(status).toBe(403);
  expect(message).toContain("use https");
});

test("the cookie that a browser is given has the name of how it asked", async () => {
  const out = (headers: Headers) => ask("DELETE", "/api/account/session", { ...headers, ...SAME });
  expect((await out({ ...HTTPS, origin: "https://homes.example" })).cookie).toBe(
    "__Host-verandah-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
  );
  expect((await out({ ...LOCAL, origin: "http://localhost:3000" })).cookie).toBe(
    "verandah-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
  );
});
