import { type Logger, pino } from "pino";
import type { Env } from "@/lib/env";

/** Structured lines on standard output, one JSON object each. */
export function createLogger(settings: Pick<Env, "LOG_LEVEL">): Logger {
  return pino({ level: settings.LOG_LEVEL, base: { pid: process.pid } });
}
