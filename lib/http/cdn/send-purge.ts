import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { EVERYTHING } from "@/lib/http/cdn/due-purges";

const ANSWER_WAIT_MS = 2_000;
/** Shorter than CDNs keep a connection that nothing comes on (Varnish: 5 s): one that they close under a request fails it. */
const IDLE_MS = 4_000;

/** Tells the CDN to drop what has one of these tags, or EVERYTHING. Rejects when it does not say within two seconds that it will. */
export type SendPurge = (tags: readonly string[]) => Promise<void>;

/**
 * A SendPurge to this address: POST of `{"tags": […]}` or `{"purge_everything": true}`, as Cloudflare's API takes it, with the same
 * tags in Cache-Tag for CDNs whose rules see headers only, and "*" there for everything. Past fetch, which Next replaces.
 */
export function purgeSender(url: string, token: string | undefined): SendPurge {
  const isHttps = url.startsWith("https:");
  const options = { keepAlive: true, maxSockets: 1, timeout: IDLE_MS };
  const agent = isHttps ? new HttpsAgent(options) : new HttpAgent(options);
  const request = isHttps ? httpsRequest : httpRequest;
  return (tags) => {
    const isAll = tags.includes(EVERYTHING);
    const body = JSON.stringify(isAll ? { purge_everything: true } : { tags });
    const headers = {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
      "Cache-Tag": tags.join(","),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(ANSWER_WAIT_MS);
      const asked = request(url, { method: "POST", headers, agent, signal }, (response) => {
        response.resume();
        response.on("error", reject);
        const { statusCode = 0 } = response;
        if (statusCode < 200 || statusCode > 299) reject(new Error(`The CDN answered ${statusCode}.`));
        response.on("end", resolve);
      });
      asked.on("error", reject);
      asked.end(body);
    });
  };
}
