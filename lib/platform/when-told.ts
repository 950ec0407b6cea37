/** Calls `stop` at the first SIGTERM or SIGINT, and never again: Ctrl-C reaches a worker from the terminal and once more from whoever started it. */
export function whenTold(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (!isStopping) void stop(signal);
      isStopping = true;
    });
  }
}
