import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { constants, getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { createMedia } from "@/lib/http/media/create-media";
import { createPictureMaker } from "@/lib/http/media/picture-maker";
import { mainPictureOf } from "@/lib/media/media";
import { type PictureFormat, type PictureWidth, pictureUrl } from "@/lib/media/picture";
import { forkAtLowPriority } from "@/lib/platform/fork-at-low-priority";

const WORKER = fileURLToPath(new URL("../../media-worker.ts", import.meta.url));
const FOR_EVER = "public, max-age=31536000, immutable";

test("a WebP is made on request, and is the same for ever", { timeout: 60_000 }, async () => {
  const { ask } = await setUp();
  const first = await ask(url(480, "webp"));
  expect(first).toMatchObject({ status: 200, type: "image/webp", keep: FOR_EVER });
  expect(await sharp(first.bytes).metadata()).toMatchObject({ format: "webp", width: 480, height: 320 });
  const again = await ask(url(480, "webp"));
  expect(again.bytes).toEqual(first.bytes);
  expect(await ask(url(480, "webp"), { "If-None-Match": again.tag })).toMatchObject({ status: 304 });
});

test("an AVIF that is not there yet is answered by its WebP, for a short while; later by itself, for ever", {
  timeout: 60_000,
}, async () => {
  const { ask } = await setUp();
  const early = await ask(url(960, "avif"));
  expect(early).toMatchObject({ status: 200, type: "image/webp", keep: "public, max-age=60", tag: "" });
  await expect.poll(async () => (await ask(url(960, "avif"))).type, { timeout: 40_000 }).toBe("image/avif");
  const late = await ask(url(960, "avif"));
  expect(late).toMatchObject({ keep: FOR_EVER });
  expect(await sharp(late.bytes).metadata()).toMatchObject({ format: "heif", width: 960, height: 640 });
});

test("a request that no WebP can be had for in time is answered by the drawing, and kept for moments", async () => {
  const { ask } = await setUp({ waitMs: 0 });
  for (const format of ["avif", "webp"] as const) {
    const { status, type, keep, bytes } = await ask(url(1440, format));
    expect({ status, type, keep }).toEqual({
      status: 200,
      type: "image/svg+xml",
      keep: "public, max-age=5",
    });
    expect(bytes.toString()).toMatch(/^<svg [^>]*>.*<\/svg>$/s);
  }
});

test("without a worker pictures are drawings, and the reason is reported", { timeout: 30_000 }, async () => {
  const { ask, reports } = await setUp({ worker: "/nowhere/media-worker.ts" });
  expect(await ask(url(480, "webp"))).toMatchObject({ status: 200, type: "image/svg+xml" });
  expect(reports).toEqual(["The process that makes pictures broke: it ended with 1."]);
});

test("a damaged file is made anew, and never served", { timeout: 60_000 }, async () => {
  const { ask, folder } = await setUp();
  const whole = await ask(url(480, "webp"));
  const [file = ""] = await readdir(folder);
  await writeFile(join(folder, file), whole.bytes.subarray(0, 900));
  expect((await ask(url(480, "webp"))).bytes).toEqual(whole.bytes);
});

test("the worker has the lowest priority, and a killed one is started again", {
  timeout: 90_000,
}, async () => {
  const { folder, reports } = await setUp();
  const workers: ReturnType<typeof forkAtLowPriority>[] = [];
  const maker = createPictureMaker({
    start: () => {
      const worker = forkAtLowPriority(WORKER, { args: [folder], execArgv: ["--import", "tsx"] });
      workers.push(worker);
      return worker;
    },
    report: (problem) => reports.push(problem),
    restMs: 1,
  });
  onTestFinished(() => maker.close());
  const name = url(480, "webp").slice("/media/".length);
  const made = maker.make(name, "awaited");
  expect(getPriority(workers[0]?.pid ?? 0)).toBe(constants.priority.PRIORITY_LOW);
  workers[0]?.kill("SIGKILL");
  expect(await made).toBe(false);
  expect(reports).toEqual(["The process that makes pictures broke: it ended with SIGKILL."]);
  await expect.poll(() => maker.make(name, "awaited"), { timeout: 60_000 }).toBe(true);
  expect(workers).toHaveLength(2);
  expect(getPriority(workers[1]?.pid ?? 0)).toBe(constants.priority.PRIORITY_LOW);
});

test("many requests for one picture cost one", { timeout: 60_000 }, async () => {
  const { ask, folder } = await setUp();
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask(url(480, "webp"))));
  const digests = answers.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  expect(new Set(digests).size).toBe(1);
  expect(await readdir(folder)).toHaveLength(1);
});

test("HEAD answers what GET would, without its bytes", { timeout: 60_000 }, async () => {
  const { origin, ask } = await setUp();
  const { bytes } = await ask(url(480, "webp"));
  const head = await fetch(origin + url(480, "webp"), { method: "HEAD" });
  expect(head.headers.get("content-length")).toBe(String(bytes.length));
  expect(head.headers.get("cache-control")).toBe(FOR_EVER);
  expect(await head.text()).toBe("");
});

test("what is no picture is a 404 that nothing keeps, whatever path it tries", async () => {
  const { askRaw, folder } = await setUp();
  const good = url(480, "webp");
  for (const path of [
    good.replace("480", "481"),
    good.replace(/-[0-9a-f]{16}-/, "-0000000000000000-"),
    `${good}?x=1`,
    `${good}/`,
    "/media/",
    "/media/../../etc/passwd",
    "/media/..%2f..%2fetc%2fpasswd",
    "/media//etc/passwd",
  ]) {
    expect(await askRaw(path), path).toEqual({ status: 404, keep: "no-store" });
  }
  expect(await askRaw(good, "DELETE")).toEqual({ status: 405, keep: "no-store" });
  expect(await readdir(folder)).toEqual([]);
});

function url(width: PictureWidth, format: PictureFormat): string {
  const source = { slug: "demo", name: "Demonstration", isDemo: true };
  const facts = { beds: 3, baths: 1, parking: 1, floorAreaM2: null, source };
  const picture = mainPictureOf({ id: 7, propertyType: "house", ...facts });
  if (!picture) throw new Error("An invented listing has a picture.");
  return pictureUrl(picture, width, format);
}

async function setUp(options: { waitMs?: number; worker?: string } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "verandah-media-"));
  const reports: string[] = [];
  const media = createMedia({
    directory: folder,
    worker: options.worker ?? WORKER,
    execArgv: ["--import", "tsx"],
    report: (problem) => reports.push(problem),
    waitMs: options.waitMs ?? 30_000,
  });
  const server = createServer((request, response) => void media.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    media.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const origin = `http://127.0.0.1:${port}`;
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(origin + path, { headers });
    const header = (name: string) => response.headers.get(name) ?? "";
    return {
      status: response.status,
      type: header("content-type"),
      keep: header("cache-control"),
      tag: header("etag"),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };
  /** The path as it is written: fetch would tidy it. */
  const askRaw = (path: string, method = "GET") =>
    new Promise<{ status: number | undefined; keep: string | undefined }>((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, path, method }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, keep: response.headers["cache-control"] });
      });
      sent.once("error", reject).end();
    });
  return { folder, origin, ask, askRaw, reports };
}
