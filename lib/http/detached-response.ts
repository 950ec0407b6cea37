import {
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from "node:http";

type Head = OutgoingHttpHeaders | readonly OutgoingHttpHeader[];

/** A response that goes to nobody: it collects what is written to it, at whatever speed, and cannot be hung up on. */
export class DetachedResponse extends ServerResponse {
  /** All of the body, once the answer has ended; rejects when it is destroyed before. */
  readonly whole: Promise<Buffer>;
  readonly #chunks: Uint8Array[] = [];
  #settle: { resolve(body: Buffer): void; reject(error: unknown): void } | undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.whole = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Whoever made it may have turned to something else by then.
    this.whole.catch(() => {});
  }

  /** Headers that are given here are kept where getHeaders finds them, which Node does only if others were set before. */
  override writeHead(status: number, ...rest: unknown[]): this {
    const head = rest.find((part): part is Head => typeof part === "object" && part !== null);
    for (const [name, value] of head === undefined ? [] : pairsOf(head)) this.setHeader(name, value);
    return super.writeHead(status);
  }

  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode);
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.flushHeaders();
    this.#keep(chunk, rest);
    this.#call(rest);
    return true;
  }

  override end(...rest: unknown[]): this {
    if (this.writableEnded) return this;
    this.flushHeaders();
    this.#keep(rest[0], rest.slice(1));
    this.finished = true;
    this.#settle?.resolve(Buffer.concat(this.#chunks));
    this.#chunks.length = 0;
    process.nextTick(() => {
      this.emit("finish");
      this.emit("close");
    });
    this.#call(rest);
    return this;
  }

  override destroy(error?: Error): this {
    this.#settle?.reject(error ?? new Error("The answer was given up."));
    if (this.destroyed) return this;
    this.destroyed = true;
    process.nextTick(() => this.emit("close"));
    return this;
  }

  #keep(chunk: unknown, [encoding]: readonly unknown[]): void {
    // A copy: whoever writes bytes may use their place again.
    if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
    else if (typeof chunk === "string")
      this.#chunks.push(
        Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"),
      );
  }

  #call(rest: readonly unknown[]): void {
    const callback = rest.find((part) => typeof part === "function");
    if (typeof callback === "function") process.nextTick(() => callback());
  }
}

function pairsOf(head: Head): readonly (readonly [string, string | number | readonly string[]])[] {
  if (!Array.isArray(head))
    return Object.entries(head).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
  const flat: readonly unknown[] = head.flat();
  return flat.flatMap((name, at) => (at % 2 === 0 ? [[String(name), String(flat[at + 1])] as const] : []));
}
