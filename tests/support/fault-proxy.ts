import { createConnection, createServer, type Socket } from "node:net";

export type FaultMode =
  | { readonly kind: "pass" }
  /** Each chunk waits so long, in both directions. */
  | { readonly kind: "latency"; readonly ms: number }
  /** Bytes are taken and go nowhere; connections stay open. */
  | { readonly kind: "black-hole" }
  /** Connections are reset as they come, and those that are there now. */
  | { readonly kind: "refuse" }
  /** What the server says arrives as nonsense; with `after`, only once a question on the line held this word. */
  | { readonly kind: "garbage"; readonly after?: string }
  /** Connections end, but only after a while in which nothing comes. */
  | { readonly kind: "slow-close"; readonly ms: number };

/** A line between two programs that can be bad in every way that a network can. */
export type FaultProxy = {
  readonly port: number;
  set(mode: FaultMode): void;
  /** Resets every connection that is open now. */
  cutAll(): void;
  close(): Promise<void>;
};

const ASKED_KEPT = 2_000;
const PASS: FaultMode = { kind: "pass" };

/** Listens on a free port of 127.0.0.1 and hands everything on to the target, as the mode of the moment lets it. */
export async function openFaultProxy(targetPort: () => number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let mode: FaultMode = PASS;

  const server = createServer((near) => {
    if (mode.kind === "refuse") return void near.resetAndDestroy();
    const far = createConnection(targetPort(), "127.0.0.1");
    let asked = "";
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
    near.on("data", (chunk) => {
      asked = (asked + chunk).slice(-ASKED_KEPT);
      carry(chunk, far, false);
    });
    far.on("data", (chunk) => {
      const isNotYet = mode.kind === "garbage" && mode.after !== undefined && !asked.includes(mode.after);
      if (isNotYet) near.write(chunk);
      else carry(chunk, near, true);
    });
  });

  const carry = (chunk: Buffer, to: Socket, isAnswer: boolean) => {
    const send = (bytes: Buffer) => void (to.destroyed || to.write(bytes));
    switch (mode.kind) {
      case "pass":
        return send(chunk);
      case "latency":
        return void setTimeout(send, mode.ms, chunk);
      case "garbage":
        return send(isAnswer ? Buffer.alloc(chunk.length, "\x15#%") : chunk);
      case "slow-close":
        return void setTimeout(() => to.destroy(), mode.ms);
      default:
        return undefined;
    }
  };
  const cutAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return {
    port: address.port,
    set(next) {
      mode = next;
      if (next.kind === "refuse") cutAll();
    },
    cutAll,
    close: () =>
      new Promise((resolve) => {
        cutAll();
        server.close(() => resolve());
      }),
  };
}
