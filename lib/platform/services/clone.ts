import { fileURLToPath } from "node:url";

/** The folder of this clone, without a slash at its end. */
export const CLONE = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");

/** Everything that a run leaves behind: data, logs, the lock. */
export const DATA = `${CLONE}/.data`;
