import autocannon, { type Request, type Result } from "autocannon";
import { requireLoopback } from "@/bench/load/loopback";

export type ClosedLoop = {
  readonly origin: string;
  readonly paths: readonly string[];
  /** Each asks the next request as soon as it has its answer. */
  readonly connections: number;
  readonly seconds: number;
};

export type Throughput = {
  /** Answered with a 2xx. */
  readonly perSecond: number;
  readonly answered: number;
  /** All other answers, broken connections and timeouts. */
  readonly failed: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytesPerAnswer: number;
};

const HEADERS = { "accept-encoding": "gzip, deflate, br" };

/** How much a server answers when every connection asks without a pause (autocannon). Each connection has its own part of the addresses. */
export async function measureThroughput({
  origin,
  paths,
  connections,
  seconds,
}: ClosedLoop): Promise<Throughput> {
  let next = 0;
  const result: Result = await autocannon({
    url: requireLoopback(origin),
    connections,
    duration: seconds,
    headers: HEADERS,
    setupClient(client) {
      const number = next++;
      dropBodies(client);
      // Fewer addresses than connections: all share them.
      const own = paths.length < connections ? paths : paths.filter((_, n) => n % connections === number);
      client.setRequests(own.map((path): Request => ({ path })));
    },
  });
  const answered = result["2xx"];
  return {
    answered,
    perSecond: answered / result.duration,
    failed: result.non2xx + result.errors,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    bytesPerAnswer: answered === 0 ? 0 : result.throughput.total / answered,
  };
}

/** autocannon makes text of every body, whether or not anybody looks at it: of compressed ones that takes most of its time. */
function dropBodies(client: object): void {
  const { pipelinedRequests } = client as { readonly pipelinedRequests: { addBody: (part: Buffer) => void } };
  pipelinedRequests.addBody = () => {};
}
