import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { AppError } from "@/lib/errors";

/** Asks on the terminal for something that nobody else may read; it is not shown. AppError bad_request where there is no terminal. */
export async function askHidden(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new AppError("bad_request", "There is no terminal to type a password at; use the link instead.");
  process.stderr.write(`${question}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  // In raw mode Ctrl-C is a key like others.
  terminal.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
