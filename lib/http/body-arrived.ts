import type { IncomingMessage } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Resolves once the whole body of a request is here, or more than `bytesMax` of it; nothing of it has been read then. Whoever sends slowly
 * so keeps nobody waiting but themselves. Rejects when the connection ends before.
 */
export async function bodyArrived(request: IncomingMessage, bytesMax: number): Promise<void> {
  // What came with the head is complete by then.
  await nextTurn();
  if (!request.complete) await gather(request, bytesMax);
}

/** Counts what Node's parser puts into the stream: to read it and put it back would leave marks by which Next refuses it as used. */
function gather(request: IncomingMessage, bytesMax: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const { push } = request;
    let bytes = request.readableLength;
    const stop = () => {
      request.push = push;
      request.off("close", leave);
    };
    const leave = () => {
      stop();
      reject(new Error("The connection ended before the body did."));
    };
    request.push = (chunk: Buffer | null) => {
      const hasRoom = push.call(request, chunk);
      bytes += chunk?.length ?? 0;
      // Without room the parser would pause the connection until somebody reads.
      if (chunk !== null && bytes <= bytesMax) return true;
      stop();
      resolve();
      return hasRoom;
    };
    request.on("close", leave);
    // It may have paused for want of room already.
    request.socket.resume();
  });
}
