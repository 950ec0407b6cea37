import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import type { Read } from "@/lib/cache/read";
import type { Asked } from "@/lib/http/render-detached";
import { responseRead } from "@/lib/http/response-read";
import { type RscRequest, readRscRequest } from "@/lib/http/rsc-request";
import type { StoredAnswer } from "@/lib/http/stored-answer";
import { storedRoute } from "@/lib/http/stored-routes";

/** A request for an answer that may be stored. */
export type AskedAnswer = {
  readonly read: Read<StoredAnswer>;
  readonly kind: "page" | "payload" | "data";
  readonly asked: Asked;
};

/** Addresses are read once while they are asked for often; long ones every time. */
const KNOWN = { max: 20_000, lengthMax: 500 };

/** Reads what requests ask for, of those whose answers may be stored. */
export class AskedAnswers {
  readonly #buildId: string;
  readonly #known = new LRUCache<string, AskedAnswer>({ max: KNOWN.max });

  constructor(buildId: string) {
    this.#buildId = buildId;
  }

  /** What is asked for, or null when its answer is not to be stored, which Next may then give. Cookies are for the caller to look at. */
  read({ method, url = "", headers }: IncomingMessage): AskedAnswer | null {
    if (method !== "GET" && method !== "HEAD") return null;
    const rsc = readRscRequest(headers);
    const known = rsc === null ? this.#known.get(url) : undefined;
    if (known !== undefined) return known;
    const asked = this.#parse(url, rsc);
    if (asked !== null && rsc === null && url.length <= KNOWN.lengthMax) this.#known.set(url, asked);
    return asked;
  }

  #parse(url: string, rsc: RscRequest | null | undefined): AskedAnswer | null {
    if (!url.startsWith("/")) return null;
    const queryAt = url.indexOf("?");
    const pathname = queryAt === -1 ? url : url.slice(0, queryAt);
    const params = new URLSearchParams(queryAt === -1 ? "" : url.slice(queryAt + 1));
    const check = params.getAll("_rsc");
    params.delete("_rsc");
    const route = storedRoute(pathname, params);
    if (route === null) return null;
    const { kind, path } = route;
    if (kind === "data" || rsc === null) {
      if (check.length > 0) return null;
      return { read: responseRead(this.#buildId, path), kind, asked: { path, headers: {} } };
    }
    // What Next would not take it refuses, by sending the browser elsewhere.
    if (rsc === undefined || check.length !== 1 || check[0] !== rsc.sentCheck) return null;
    const read = responseRead(this.#buildId, `${path} ${rsc.key}`);
    const checked = `${path}${path.includes("?") ? "&" : "?"}_rsc=${rsc.check}`;
    return { read, kind: "payload", asked: { path: checked, headers: rsc.headers } };
  }
}
