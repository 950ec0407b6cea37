import { createServer } from "node:net";

/** Whether a server could listen on this port of this machine now, by each of the addresses that exist here. */
export async function isPortFree(
  port: number,
  hosts: readonly string[] = ["127.0.0.1", "::1"],
): Promise<boolean> {
  for (const host of hosts) if ((await listenOnce(port, host)) === "taken") return false;
  return true;
}

/** The preferred port if it is free on 127.0.0.1, else one that the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred, ["127.0.0.1"]))) return preferred;
  const picked = await listenOnce(0, "127.0.0.1");
  if (typeof picked !== "number") throw new Error("No port is free on 127.0.0.1.");
  return picked;
}

/** The port it could listen on, "taken", or "absent": a machine without IPv6 has no ::1. */
function listenOnce(port: number, host: string): Promise<number | "taken" | "absent"> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve("taken");
      else if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve("absent");
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const listening = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(listening));
    });
  });
}
