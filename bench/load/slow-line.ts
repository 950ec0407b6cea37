import { createConnection, createServer, type Socket } from "node:net";

/** A way to a server of this machine on which answers can be held back. */
export type SlowLine = {
  readonly port: number;
  /** From now on each piece of an answer waits so long. */
  delay(ms: number): void;
  close(): Promise<void>;
};

/** Listens on a free port of 127.0.0.1 and hands everything on to the target, and its answers back. */
export async function openSlowLine(targetPort: number): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  let delayMs = 0;
  const server = createServer((near) => {
    const far = createConnection(targetPort, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (chunk) => void far.write(chunk));
    // One after the other, so that a shorter delay overtakes nothing.
    let sent = Promise.resolve();
    far.on("data", (chunk) => {
      const due = new Promise<void>((resolve) => setTimeout(resolve, delayMs));
      sent = sent.then(() => due).then(() => void (near.destroyed || near.write(chunk)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port.");
  return {
    port: address.port,
    delay(ms) {
      delayMs = ms;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
