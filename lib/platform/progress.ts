const BAR_CHARACTERS = 28;
const REDRAW_EVERY_MS = 100;

export type Progress = {
  /** Says how much of the whole is done. */
  at(done: number): void;
  /** Takes the bar away. */
  end(): void;
};

type Pace = (done: number) => string;

/**
 * A bar on a terminal; elsewhere (a log, a pipe) one plain line for each quarter of the work. With a unit it tells the rate and the
 * time left too.
 */
export function createProgress(
  label: string,
  total: number,
  output: NodeJS.WriteStream,
  { unit }: { unit?: string } = {},
): Progress {
  const pace = unit === undefined ? () => "" : createPace(total, unit);
  return output.isTTY
    ? createBar(label, total, { output, pace })
    : createLines(label, total, { output, pace });
}

/** At the mean rate so far: ", 5,120 listings/s, 2 min 10 s left". */
function createPace(total: number, unit: string): Pace {
  const startedAt = performance.now();
  return (done) => {
    const perSecond = done / ((performance.now() - startedAt) / 1000);
    if (!(perSecond > 0 && Number.isFinite(perSecond))) return "";
    const left = Math.ceil(Math.max(0, total - done) / perSecond);
    const text = left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`;
    return `, ${Math.round(perSecond).toLocaleString("en")} ${unit}/s, ${text} left`;
  };
}

type Drawing = { readonly output: NodeJS.WriteStream; readonly pace: Pace };

function createBar(label: string, total: number, { output, pace }: Drawing): Progress {
  let drawnAt = 0;
  return {
    at(done) {
      const now = performance.now();
      if (now - drawnAt < REDRAW_EVERY_MS && done < total) return;
      drawnAt = now;
      const share = Math.min(1, done / total);
      const filled = Math.round(share * BAR_CHARACTERS);
      const bar = "█".repeat(filled) + "░".repeat(BAR_CHARACTERS - filled);
      output.write(`\r${label} ${bar} ${String(Math.round(share * 100)).padStart(3)} %${pace(done)}\u001b[K`);
    },
    end() {
      output.write("\r\u001b[K");
    },
  };
}

function createLines(label: string, total: number, { output, pace }: Drawing): Progress {
  let quarters = 0;
  return {
    at(done) {
      const reached = Math.floor((Math.min(done, total) / total) * 4);
      if (reached > quarters) output.write(`${label}: ${reached * 25} %${pace(done)}\n`);
      quarters = Math.max(quarters, reached);
    },
    end() {},
  };
}
