import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export type PictureFiles = {
  /** The bytes that were written under this name, or null: also for a file that was cut short or altered, which is removed. */
  read(name: string): Promise<Buffer | null>;
  /** Whole or not at all, for every process that reads the folder. */
  write(name: string, bytes: Buffer): Promise<void>;
  /** Removes pictures that `isKnown` does not know, and what ended writers left. Other files stay. */
  sweep(isKnown: (name: string) => boolean): Promise<void>;
};

const DIGEST_BYTES = 32;
const OURS = /^[a-z0-9-]+-[0-9a-f]{16}-\d+\.(?:avif|webp)(\.[0-9a-f-]{36}\.part)?$/;
/** No picture takes that long to write. */
const LEFT_BEHIND_MS = 10 * 60_000;

/** Pictures in a folder that may be lost at any time. Each file ends with the SHA-256 of what comes before it. */
export function createPictureFiles(directory: string): PictureFiles {
  return {
    async read(name) {
      const path = join(directory, name);
      const file = await readFile(path).catch(() => null);
      if (!file) return null;
      const bytes = file.subarray(0, -DIGEST_BYTES);
      if (file.length > DIGEST_BYTES && digest(bytes).equals(file.subarray(-DIGEST_BYTES))) return bytes;
      await rm(path, { force: true }).catch(() => {});
      return null;
    },
    async write(name, bytes) {
      await mkdir(directory, { recursive: true });
      const part = join(directory, `${name}.${randomUUID()}.part`);
      try {
        const file = await open(part, "wx");
        await file.writeFile(Buffer.concat([bytes, digest(bytes)])).finally(() => file.close());
        await rename(part, join(directory, name));
      } catch (thrown) {
        await rm(part, { force: true });
        throw thrown;
      }
    },
    async sweep(isKnown) {
      const names = await readdir(directory).catch((): string[] => []);
      for (const name of names) {
        const [whole, part] = OURS.exec(name) ?? [];
        if (whole === undefined) continue;
        const path = join(directory, name);
        if (part === undefined ? !isKnown(name) : await isOld(path)) await rm(path, { force: true });
      }
    },
  };
}

function digest(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > LEFT_BEHIND_MS;
}
