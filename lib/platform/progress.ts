const BAR_CHARACTERS = 28;
const REDRAW_EVERY_MS = 100;

export type Progress = {
  /** Says how much of the whole is done. */
  at(done: number): void;
  /** Takes the bar away. */
  end(): void;
};

/** A bar on a terminal; elsewhere (a log, a pipe) one plain line for each quarter of the work. */
export function createProgress(label: string, total: number, output: NodeJS.WriteStream): Progress {
  return output.isTTY ? createBar(label, total, output) : createLines(label, total, output);
}

function createBar(label: string, total: number, output: NodeJS.WriteStream): Progress {
  let drawnAt = 0;
  return {
    at(done) {
      const now = performance.now();
      if (now - drawnAt < REDRAW_EVERY_MS && done < total) return;
      drawnAt = now;
      const share = Math.min(1, done / total);
      const filled = Math.round(share * BAR_CHARACTERS);
      const bar = "█".repeat(filled) + "░".repeat(BAR_CHARACTERS - filled);
      output.write(`\r${label} ${bar} ${String(Math.round(share * 100)).padStart(3)} %`);
    },
    end() {
      output.write("\r\u001b[K");
    },
  };
}

function createLines(label: string, total: number, output: NodeJS.WriteStream): Progress {
  let quarters = 0;
  return {
    at(done) {
      const reached = Math.floor((Math.min(done, total) / total) * 4);
      if (reached > quarters) output.write(`${label}: ${reached * 25} %\n`);
      quarters = Math.max(quarters, reached);
    },
    end() {},
  };
}
