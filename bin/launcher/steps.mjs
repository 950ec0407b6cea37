// Plain JavaScript, because it is read before anything is installed.
const NAME_WIDTH = 12;
const DETAIL_WIDTH = 48;
const SPEAK_UP_AFTER_MS = 3_000;

/**
 * Does one step and says so: `work` may return a few words on what came of it, and say how far it is. On a terminal the line
 * shows that and counts the seconds meanwhile; elsewhere a step that takes long says that it has begun.
 */
export async function step(name, work) {
  const startedAt = performance.now();
  let said = "";
  const meanwhile = process.stdout.isTTY ? countSeconds(name, startedAt, () => said) : speakUp(name);
  try {
    const detail = await work((text) => {
      said = text;
    });
    meanwhile.end();
    write(
      `  ✓ ${name.padEnd(NAME_WIDTH)} ${String(detail ?? "").padEnd(DETAIL_WIDTH)} ${seconds(startedAt)}\n`,
    );
  } catch (thrown) {
    meanwhile.end();
    write(`  ✗ ${name.padEnd(NAME_WIDTH)} ${"".padEnd(DETAIL_WIDTH)} ${seconds(startedAt)}\n`);
    throw thrown;
  }
}

/** Something that a person should know, between steps. */
export function note(text) {
  if (process.stdout.isTTY) write("\r\u001b[K");
  write(`    ${text}\n`);
}

/** "34.2 s" since then, in a column. */
export function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`;
}

function countSeconds(name, startedAt, said) {
  const draw = () =>
    write(`\r  … ${name.padEnd(NAME_WIDTH)} ${said().padEnd(DETAIL_WIDTH)} ${seconds(startedAt)}`);
  draw();
  const timer = setInterval(draw, 500);
  return {
    end() {
      clearInterval(timer);
      write("\r\u001b[K");
    },
  };
}

function speakUp(name) {
  const timer = setTimeout(() => write(`  … ${name}\n`), SPEAK_UP_AFTER_MS);
  return { end: () => clearTimeout(timer) };
}

function write(text) {
  process.stdout.write(text);
}
