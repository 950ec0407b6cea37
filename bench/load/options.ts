import { requireLoopback } from "@/bench/load/loopback";

/** What the load scenarios can be told; what is not given, each scenario decides. */
export const LOAD_FLAGS = {
  seconds: { type: "string" },
  rate: { type: "string" },
  processes: { type: "string" },
  urls: { type: "string" },
  "edits-per-second": { type: "string" },
  rounds: { type: "string" },
  peer: { type: "string", multiple: true },
  out: { type: "string" },
} as const;

export type LoadOptions = {
  readonly listings: number;
  readonly seconds?: number;
  /** Requests a second. */
  readonly rate?: number;
  readonly processes?: number;
  /** Different addresses of the mix. */
  readonly urls?: number;
  readonly editsPerSecond?: number;
  readonly rounds?: number;
  /** Whatever else answers the same search API, by name. */
  readonly peers: readonly Peer[];
  /** The folder for what is written. */
  readonly out?: string;
};

export type Peer = { readonly name: string; readonly url: string };

type Flags = { readonly [Name in keyof typeof LOAD_FLAGS]?: string | string[] | undefined };

/** Reads the flags. Throws with the name of the first that cannot be read. */
export function readLoadOptions(listings: number, flags: Flags): LoadOptions {
  const number = (name: keyof typeof LOAD_FLAGS, { least, most }: Range) => {
    const given = flags[name];
    if (given === undefined) return undefined;
    const value = Number(given);
    if (!(value >= least && value <= most))
      throw new Error(`--${name} is a number from ${least} to ${most}.`);
    return value;
  };
  const read = {
    seconds: number("seconds", { least: 1, most: 7_200 }),
    rate: number("rate", { least: 1, most: 50_000 }),
    processes: number("processes", { least: 1, most: 16 }),
    urls: number("urls", { least: 10, most: 1_000_000 }),
    editsPerSecond: number("edits-per-second", { least: 0, most: 100 }),
    rounds: number("rounds", { least: 1, most: 20 }),
    out: typeof flags.out === "string" ? flags.out : undefined,
  };
  const told = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  return { listings, ...told, peers: [flags.peer ?? []].flat().map(readPeer) };
}

type Range = { readonly least: number; readonly most: number };

function readPeer(text: string): Peer {
  const [, name, url] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || url === undefined)
    throw new Error(`--peer is NAME=URL, as in --peer other=http://localhost:4000; "${text}" is not.`);
  return { name, url: requireLoopback(url).replace(/\/$/, "") };
}
