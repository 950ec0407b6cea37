import { expect, test } from "vitest";
import { createAsker } from "@/bench/load/asker";
import { measureThroughput } from "@/bench/load/closed-loop";
import { requireLoopback } from "@/bench/load/loopback";
import { readLoadOptions } from "@/bench/load/options";

const ELSEWHERE = [
  "http://example.com/",
  "http://192.168.0.2:3000",
  "http://localhost.example.com",
  "http://127.0.0.1.example.com",
  "https://localhost:3000",
  "http://user@example.com:80",
  "nonsense",
];

test.for(ELSEWHERE)("load for %s is refused with a sentence, before anything is sent", async (url) => {
  expect(() => requireLoopback(url)).toThrow(/this machine only/);
  expect(() => createAsker({ connectionsMax: 1 }).ask(url)).toThrow(/this machine only/);
  await expect(measureThroughput({ origin: url, paths: ["/"], connections: 1, seconds: 1 })).rejects.toThrow(
    /this machine only/,
  );
  expect(() => readLoadOptions(100, { peer: [`other=${url}`] })).toThrow(/this machine only/);
});

test.for(["http://localhost:3000", "http://127.0.0.1:9", "http://[::1]:80/buy"])(
  "%s is this machine",
  (url) => {
    expect(requireLoopback(url)).toBe(url);
  },
);

test("flags are read as numbers within their range, and what is not given is left to the scenario", () => {
  const read = readLoadOptions(100, { rate: "250", seconds: "2.5", peer: ["other=http://localhost:4000/"] });
  expect(read).toEqual({
    ...{ listings: 100, rate: 250, seconds: 2.5 },
    peers: [{ name: "other", url: "http://localhost:4000" }],
  });
  expect(() => readLoadOptions(100, { rate: "fast" })).toThrow("--rate is a number from 1 to 50000.");
  expect(() => readLoadOptions(100, { seconds: "1e9" })).toThrow("--seconds");
  expect(() => readLoadOptions(100, { peer: ["http://localhost:4000"] })).toThrow("--peer is NAME=URL");
});
