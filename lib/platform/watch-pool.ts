import type { Pool, PoolClient } from "pg";

/** Hears what a pool of connections does. */
export type PoolObserver = {
  /** A pool was opened, in place of the one before. */
  opened(pool: Pool): void;
  /** Somebody got a connection, or gave up on one, after that time. */
  waited(tookMs: number): void;
  /** A statement was answered, after it had its connection. */
  queried(tookMs: number, isFailed: boolean): void;
};

type Call = (...args: unknown[]) => unknown;

/** Tells the observer of everything that is asked through this pool from now on. */
export function watchPool(pool: Pool, observer: PoolObserver): void {
  observer.opened(pool);
  const connect = timed(pool.connect.bind(pool) as Call, (tookMs) => observer.waited(tookMs));
  pool.connect = connect as typeof pool.connect;
  // Once for each connection, before anything is asked of it.
  pool.on("connect", (client: PoolClient) => {
    // Looked up each time: whoever else watches all connections does so there.
    const ask: Call = (...args) => (Object.getPrototypeOf(client).query as Call).apply(client, args);
    const query = timed(ask, (tookMs, isFailed) => observer.queried(tookMs, isFailed));
    client.query = query as typeof client.query;
  });
}

/** The same function, whether it answers by a callback or a promise (pg does both, and its pool calls itself with a callback). */
function timed(call: Call, tell: (tookMs: number, isFailed: boolean) => void): Call {
  return (...args) => {
    const startedAt = performance.now();
    const done = (isFailed: boolean) => tell(performance.now() - startedAt, isFailed);
    const callback = args.at(-1);
    if (typeof callback === "function") {
      const told = (error: unknown, ...rest: unknown[]) => {
        done(Boolean(error));
        return callback(error, ...rest);
      };
      return call(...args.slice(0, -1), told);
    }
    const answer = call(...args);
    if (answer instanceof Promise)
      answer.then(
        () => done(false),
        () => done(true),
      );
    return answer;
  };
}
