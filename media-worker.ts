import { z } from "zod";
import { makePicture } from "@/lib/http/media/make-picture";
import { createPictureFiles } from "@/lib/http/media/picture-files";
import { readPictureName } from "@/lib/http/media/picture-name";

// The portal's child that turns drawings into pictures, one at a time.
const files = createPictureFiles(z.string().min(1).parse(process.argv[2]));

process.on("message", async (message) => {
  const name = z.string().parse(message);
  try {
    await makePicture(files, name);
    process.send?.({ name, problem: null });
  } catch (thrown) {
    process.send?.({ name, problem: thrown instanceof Error ? thrown.message : String(thrown) });
  }
});
process.on("disconnect", () => process.exit(0));

await files.sweep((name) => readPictureName(name) !== null);
