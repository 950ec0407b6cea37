import { calm, fresh, memoryHolds, quick } from "@/bench/load/bounded-load";
import type { Event, Load } from "@/bench/load/run-load";
import type { Case } from "@/bench/search/bounds";

/** What can be done to what the portal stands on. */
export type Knobs = {
  emptyCaches(): Promise<void>;
  stopRedis(): Promise<void>;
  startRedis(): Promise<void>;
  /** From now on each answer of Postgres comes so much later. */
  slowPostgres(ms: number): void;
};

/** A day of a portal: people browse at a fixed rate, listings are edited, and something may happen. */
export type Scenario = {
  readonly about: string;
  /** Requests a second, unless told otherwise. */
  readonly rate: number;
  readonly seconds: number;
  /** So long the same goes on before anything is measured: code that has run for a while is compiled better. */
  readonly settleSeconds?: number;
  readonly processes: number;
  readonly editsPerSecond: number;
  /** Who edits: an agent who is signed in, or another program by SQL. */
  readonly editor: "agent" | "program";
  /** Puts a line between the portal and Postgres on which answers can be held back. It costs time of the driver's process. */
  readonly isOnSlowLine?: boolean;
  readonly events: (knobs: Knobs) => readonly Event[];
  /** What is promised, with what was measured. */
  readonly cases: (load: Load) => readonly Case[];
};

const SLOW_MS = 200;
const NOTHING_HAPPENS = () => [];
const USUAL = { seconds: 60, processes: 2, editsPerSecond: 1, editor: "program" } as const;

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  steady: {
    ...{ ...USUAL, rate: 1_000, events: NOTHING_HAPPENS, settleSeconds: 60 },
    about: "People browse at a steady rate, and another program edits a listing now and then.",
    cases: (load) => [quick(load), calm(load), ...fresh(load)],
  },
  agents: {
    ...{ ...USUAL, rate: 1_000, events: NOTHING_HAPPENS, settleSeconds: 60 },
    ...{ editsPerSecond: 5, editor: "agent" },
    about: "Agents who are signed in edit listings over HTTP while people browse.",
    cases: (load) => [quick(load), calm(load), ...fresh(load)],
  },
  cold: {
    ...{ ...USUAL, rate: 200 },
    about: "Every cache is emptied while people browse.",
    events: ({ emptyCaches }) => [{ share: 1 / 3, label: "every cache emptied", act: emptyCaches }],
    cases: (load) => [calm(load), ...fresh(load)],
  },
  "redis-down": {
    ...{ ...USUAL, rate: 200 },
    about: "Redis ends while people browse, and comes back empty.",
    events: ({ stopRedis, startRedis }) => [
      { share: 1 / 3, label: "Redis ended", act: stopRedis },
      { share: 2 / 3, label: "Redis back", act: startRedis },
    ],
    cases: (load) => [calm(load), ...fresh(load)],
  },
  "postgres-slow": {
    ...{ ...USUAL, rate: 200, isOnSlowLine: true },
    about: `Every answer of Postgres takes ${SLOW_MS} ms longer for a while.`,
    events: ({ slowPostgres }) => [
      { share: 1 / 3, label: `Postgres ${SLOW_MS} ms late`, act: async () => slowPostgres(SLOW_MS) },
      { share: 2 / 3, label: "Postgres in time", act: async () => slowPostgres(0) },
    ],
    // Who cannot know that an answer is fresh says so: what is marked is not counted as old.
    cases: (load) => fresh(load),
  },
  soak: {
    ...{ ...USUAL, rate: 200, seconds: 1_800, events: NOTHING_HAPPENS },
    about: "People browse and listings are edited for half an hour.",
    cases: (load) => [calm(load), ...fresh(load), ...memoryHolds(load)],
  },
};
