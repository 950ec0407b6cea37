import { expect, test } from "vitest";
import { isAppError } from "@/lib/errors";
import { noSessionCookie, readSessionToken, sessionCookie } from "@/lib/http/session-cookie";

const TOKEN = "x".repeat(43);
const EXPIRES = new Date("2026-12-25T00:00:00Z");
const HTTPS = ["https://homes.example", "https://localhost:3000"];
const THIS_MACHINE = [
  ...["http://localhost:3000", "http://127.0.0.1:3000", "http://127.8.9.1", "http://[::1]:3000"],
  "http://portal.localhost",
];
const ELSEWHERE = [
  ...[
    "http://homes.example",
    "http://192.168.0.7:3000",
    "http://localhost.example",
    "http://127.0.0.1.example",
  ],
  ...["http://notlocalhost", "http://[::2]"],
];

test("by https the cookie has the prefix that binds it to the host, and is sent by https alone", () => {
  for (const origin of HTTPS)
    expect(sessionCookie(TOKEN, EXPIRES, origin)).toBe(
      `__Host-verandah-session=${TOKEN}; Path=/; HttpOnly; SameSite=Lax; Secure; Expires=Fri, 25 Dec 2026 00:00:00 GMT`,
    );
});

test("by plain http there is a cookie on this machine alone, without the prefix", () => {
  for (const origin of THIS_MACHINE)
    expect(sessionCookie(TOKEN, EXPIRES, origin)).toBe(
      `verandah-session=${TOKEN}; Path=/; HttpOnly; SameSite=Lax; Expires=Fri, 25 Dec 2026 00:00:00 GMT`,
    );
  for (const origin of [...ELSEWHERE, null])
    expect(() => sessionCookie(TOKEN, EXPIRES, origin)).toThrow("https");
});

test("a refusal by plain http is one that people are told of", () => {
  try {
    noSessionCookie("http://homes.example");
    expect.unreachable();
  } catch (thrown) {
    expect(isAppError(thrown) && thrown.code).toBe("forbidden");
  }
});

test("only the cookie with the name of its origin is read: by https never the one without the prefix", () => {
  const both = `other=1; verandah-session=${"a".repeat(43)}; __Host-verandah-session=${"b".repeat(43)}`;
  for (const origin of HTTPS) {
    expect(readSessionToken(both, origin)).toBe("b".repeat(43));
    expect(readSessionToken(`verandah-session=${TOKEN}`, origin)).toBeNull();
  }
  for (const origin of THIS_MACHINE) {
    expect(readSessionToken(both, origin)).toBe("a".repeat(43));
    expect(readSessionToken(`__Host-verandah-session=${TOKEN}`, origin)).toBeNull();
  }
  for (const origin of [...ELSEWHERE, null]) expect(readSessionToken(both, origin)).toBeNull();
});

test("what is not a token is none", () => {
  for (const value of ["", "x", `${TOKEN}x`, `${TOKEN.slice(1)}=`, `"${TOKEN}"`])
    expect(readSessionToken(`verandah-session=${value}`, "http://localhost"), value).toBeNull();
  expect(readSessionToken(null, "http://localhost")).toBeNull();
});
