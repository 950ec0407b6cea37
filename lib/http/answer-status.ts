import { runtime } from "@/lib/platform/runtime";

/**
 * Asks for the status of the page that is being rendered, where Next offers no way to give it (410, 400).
 * Call it before the first byte is sent: from a page without a loading boundary above it.
 */
export function answerWithStatus(status: number): void {
  const context = runtime().request.getStore();
  if (context) context.status = status;
}
