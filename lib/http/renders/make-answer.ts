import type { IncomingMessage, ServerResponse } from "node:http";
import { type Asked, renderDetached } from "@/lib/http/render-detached";
import { POLICY_BYTES_MAX } from "@/lib/http/security-headers";
import { makeStoredAnswer, type StoredAnswer } from "@/lib/http/stored-answer";
import type { Runtime } from "@/lib/platform/runtime";

export type Renderer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type MadeAnswer = {
  readonly answer: StoredAnswer;
  /** Whether anybody may have it but those who wait for it. */
  readonly isForAll: boolean;
};

/** Renders what is asked for, for nobody in particular, and makes the bytes that are kept of it. Rejects as renderDetached does. */
export async function makeAnswer(
  runtime: Pick<Runtime, "env" | "request" | "logger">,
  render: Renderer,
  asked: Asked,
  signal: AbortSignal,
): Promise<MadeAnswer> {
  const { isForAll, ...rendered } = await renderDetached(runtime, render, asked, signal);
  const answer = await makeStoredAnswer(rendered, runtime.env);
  const { length } = answer.policy;
  if (length > POLICY_BYTES_MAX)
    runtime.logger.warn({ path: asked.path, length }, "a page has too many inline scripts");
  return { answer, isForAll: isForAll && length <= POLICY_BYTES_MAX };
}
