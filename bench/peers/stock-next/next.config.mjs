import { fileURLToPath } from "node:url";

/** As Next makes it, but for where its packages are: those of the repository, so that both run the same Next. */
export default {
  serverExternalPackages: ["pg"],
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};
