import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createPictureFiles } from "@/lib/http/media/picture-files";

const NAME = "house-1-0123456789abcdef-480.webp";
const BYTES = Buffer.from("a picture, as far as files go");

test("what was written is read, and a name that was not is null", async () => {
  const { files } = await setUp();
  expect(await files.read(NAME)).toBeNull();
  await files.write(NAME, BYTES);
  expect(await files.read(NAME)).toEqual(BYTES);
});

test("a file that was cut short or altered is never read, and makes room for a whole one", async () => {
  const { files, path } = await setUp();
  for (const harm of [
    () => truncate(path, 12),
    () => truncate(path, 0),
    async () => writeFile(path, (await readFile(path)).fill(7, 3, 4)),
  ]) {
    await files.write(NAME, BYTES);
    await harm();
    expect(await files.read(NAME)).toBeNull();
    await expect(readFile(path)).rejects.toMatchObject({ code: "ENOENT" });
  }
  await files.write(NAME, BYTES);
  expect(await files.read(NAME)).toEqual(BYTES);
});

test("a sweep removes pictures that are no longer known and old parts, and nothing of anyone else", async () => {
  const { files, folder } = await setUp();
  const [old, part, fresh, foreign] = [
    "house-1-ffffffffffffffff-480.webp",
    `${NAME}.11111111-1111-4111-8111-111111111111.part`,
    `${NAME}.22222222-2222-4222-8222-222222222222.part`,
    "holiday.webp",
  ];
  await files.write(NAME, BYTES);
  for (const name of [old, part, fresh, foreign]) await writeFile(join(folder, name), "");
  await utimes(join(folder, part), 0, 0);
  await files.sweep((name) => name === NAME);
  expect((await readdir(folder)).sort()).toEqual([foreign, NAME, fresh].sort());
});

test("a folder that is not there is made by the first write, and swept without complaint", async () => {
  const { folder } = await setUp();
  const files = createPictureFiles(join(folder, "new", "media"));
  await files.sweep(() => true);
  await files.write(NAME, BYTES);
  expect(await files.read(NAME)).toEqual(BYTES);
});

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), "verandah-media-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return { folder, path: join(folder, NAME), files: createPictureFiles(folder) };
}
