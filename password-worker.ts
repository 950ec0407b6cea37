import { z } from "zod";
import { deriveKey } from "@/lib/platform/derive-key";

// The portal's child that makes keys of passwords: half a second of a core each, which nobody who looks at homes is to feel.
const MESSAGE = z.object({
  id: z.number(),
  password: z.string(),
  salt: z.base64().transform((text) => Buffer.from(text, "base64")),
  keyBytes: z.number(),
  N: z.number(),
  r: z.number(),
  p: z.number(),
});

process.on("message", async (message) => {
  const { id, ...derivation } = MESSAGE.parse(message);
  const key = await deriveKey(derivation);
  process.send?.({ id, key: key.toString("base64") });
});
process.on("disconnect", () => process.exit(0));
