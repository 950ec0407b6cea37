// Plain JavaScript, because it is read before anything is installed.
import { parseArgs } from "node:util";

const INSTALL = {
  install: { type: "boolean" },
  "no-install": { type: "boolean" },
  help: { type: "boolean", short: "h" },
};
const UP = {
  port: { type: "string" },
  listings: { type: "string" },
  dev: { type: "boolean" },
  reset: { type: "boolean" },
  ...INSTALL,
};

const INSTALL_HELP = `  --install         install missing system packages with apt (Redis, a browser for tests);
                    CI and a root shell on Debian or Ubuntu imply it
  --no-install      never install system packages
  --help            show this
`;

const HELP = {
  up: `Usage: bin/up [options]

Installs, starts what the portal needs, migrates, seeds an empty database, builds and serves.
Ctrl-C stops everything that it started.

  --port N          serve on this port (default: PORT, else 3000)
  --listings N      size of the demo that an empty database gets (default: 5000)
  --dev             serve from the sources, and reload what changes
  --reset           throw this clone's own database away first; never one that DATABASE_URL names
${INSTALL_HELP}
DATABASE_URL and REDIS_URL, from the environment or from .env, are used when they are set.
`,
  test: `Usage: bin/test [options]

Runs all checks and tests on a Postgres and a Redis of its own. The last line is "N passed, N failed".

${INSTALL_HELP}
CHROME_PATH names the Chrome, Chromium or Edge to test with, where it is in no usual place.
`,
};

/** What was asked for, or what is wrong with it, or the help text: exactly one of the three. */
export function readOptions(program, args) {
  let values;
  try {
    values = parseArgs({ args, options: program === "up" ? UP : INSTALL }).values;
  } catch (error) {
    return { problem: `${firstSentence(error.message)} See bin/${program} --help.` };
  }
  if (values.help) return { help: HELP[program] };
  const port = wholeNumber(values.port, 1, 65_535);
  if (port === "wrong")
    return { problem: `--port ${values.port} is not a port; give a number from 1 to 65535.` };
  const listings = wholeNumber(values.listings, 0, 1_000_000);
  if (listings === "wrong")
    return {
      problem: `--listings ${values.listings} is not a number of listings; give one from 0 to 1000000.`,
    };
  if (values.install && values["no-install"])
    return { problem: "--install and --no-install exclude each other; give one." };
  const install = values["no-install"] ? false : values.install;
  return {
    options: {
      port,
      listings: listings ?? 5_000,
      dev: values.dev === true,
      reset: values.reset === true,
      install,
    },
  };
}

function wholeNumber(text, least, most) {
  if (text === undefined) return undefined;
  const number = Number(text);
  return /^\d+$/.test(text) && number >= least && number <= most ? number : "wrong";
}

function firstSentence(message) {
  return `${message.split(". ")[0].replace(/\.$/, "")}.`;
}
