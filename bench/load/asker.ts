import { Agent, request } from "node:http";
import { type AnswerTier, isMarkedStale, tierOf } from "@/bench/load/answer-tier";
import { requireLoopback } from "@/bench/load/loopback";

export type Answer = {
  readonly status: number;
  readonly bytes: number;
  readonly tier: AnswerTier;
  /** It says of itself that it is stale. */
  readonly isStale: boolean;
};

export type Asker = {
  /** Rejects when the connection fails or no whole answer has come in time. */
  ask(url: string): Promise<Answer>;
  close(): void;
};

const WAIT_MS = 10_000;
/** As a browser says it. */
const HEADERS = { "accept-encoding": "gzip, deflate, br" };

/** Asks over kept connections, at most so many, and reads each answer to its end. Addresses of other machines are refused. */
export function createAsker({ connectionsMax, waitMs = WAIT_MS }: AskerOptions): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: connectionsMax, maxFreeSockets: connectionsMax });
  return {
    ask: (url) => askOnce(requireLoopback(url), agent, waitMs),
    close: () => agent.destroy(),
  };
}

type AskerOptions = { readonly connectionsMax: number; readonly waitMs?: number };

function askOnce(url: string, agent: Agent, waitMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: HEADERS });
    // Of the whole answer: a socket's own timeout begins anew with each byte.
    const timer = setTimeout(() => asked.destroy(new Error(`no answer within ${waitMs} ms`)), waitMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    asked.once("error", fail);
    asked.once("response", (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once("error", fail);
      response.once("end", () => {
        clearTimeout(timer);
        const said = response.headers["cache-status"];
        const status = response.statusCode ?? 0;
        resolve({ status, bytes, tier: tierOf(said), isStale: isMarkedStale(said) });
      });
    });
    asked.end();
  });
}
