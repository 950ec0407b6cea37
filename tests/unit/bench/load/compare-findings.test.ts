import { expect, test } from "vitest";
import { compareFindings } from "@/bench/load/compare/compare-findings";
import {
  BARE,
  type Contestant,
  STOCK_DYNAMIC,
  STOCK_ISR,
  type Subject,
  UNCACHED,
  WARM,
} from "@/bench/load/compare/contestant";
import type { Turn } from "@/bench/load/compare/measure-rounds";
import { holds } from "@/bench/search/bounds";

const NAMES = [BARE, WARM, UNCACHED, STOCK_DYNAMIC, STOCK_ISR, "other"];
const PATHS = { page: ["/"], api: ["/"], mix: ["/"] };
const CONTESTANTS = NAMES.map(
  (name): Contestant => ({ name, origin: "", pid: undefined, paths: PATHS, isWarmed: true }),
);

/** A round on a machine of this speed, in which all bounds hold just so. */
function round(speed: number): readonly Turn[] {
  const turn = (subject: Subject, name: string, perSecond: number): Turn => ({
    ...{ subject, name, perSecond: perSecond * speed, failed: 0, bytesPerAnswer: 1_000, residentBytes: null },
    cpuMsPerAnswer: name === "other" ? null : 100 / perSecond / speed,
    aloneP50Ms: 1_000 / perSecond / speed,
    aloneCpuMs: name === "other" ? null : 150 / perSecond / speed,
    hitShare: name === WARM ? 1 : 0,
  });
  return [
    ...[turn("page", BARE, 10_000), turn("page", WARM, 6_000)],
    ...[turn("page", STOCK_DYNAMIC, 140), turn("page", STOCK_ISR, 700)],
    ...[turn("api", BARE, 10_000), turn("api", WARM, 7_000), turn("api", "other", 500)],
    ...[turn("mix", BARE, 10_000), turn("mix", WARM, 6_000), turn("mix", UNCACHED, 100)],
  ];
}

test("ratios are of what was measured in the same round: a machine that slows down between rounds changes none", () => {
  const steady = compareFindings(CONTESTANTS, [...round(1), ...round(1), ...round(1)]);
  const slowing = compareFindings(CONTESTANTS, [...round(1), ...round(0.5), ...round(0.1)]);
  const ratios = ({ cases }: typeof steady) =>
    cases.flatMap(({ figures }) => figures.map(({ value }) => value.toFixed(6)));
  expect(ratios(slowing)).toEqual(ratios(steady));
  expect(steady.cases.every(holds)).toBe(true);
});

test("a portal that is half as quick as it may be breaks every bound", () => {
  const slow = round(1).map((turn) =>
    turn.name === WARM
      ? { ...turn, perSecond: turn.perSecond / 3, aloneCpuMs: 1, aloneP50Ms: turn.aloneP50Ms * 5 }
      : turn,
  );
  expect(compareFindings(CONTESTANTS, slow).cases.filter(holds)).toEqual([]);
});

test("processor time is held to its bound in the closed loop and one after the other", () => {
  for (const field of ["cpuMsPerAnswer", "aloneCpuMs"] as const) {
    const slow = round(1).map((turn) => (turn.name === WARM ? { ...turn, [field]: 1 } : turn));
    const broken = compareFindings(CONTESTANTS, slow).cases.filter((each) => !holds(each));
    expect([field, ...broken.map(({ name }) => name)]).toEqual([field, "a warm page to the bare server's"]);
  }
});

test("each subject's table has those who can answer it, and a dash for what is not known of them", () => {
  const { tables } = compareFindings(CONTESTANTS, round(1));
  expect(tables.map(({ rows }) => rows.map(([name]) => name))).toEqual([
    [BARE, WARM, STOCK_DYNAMIC, STOCK_ISR],
    [BARE, WARM, "other"],
    [BARE, WARM, UNCACHED],
  ]);
  expect(tables[1]?.rows[2]).toEqual(["other", "500", "0.050x", "–", "–", "2", "1,000", "–", "–", "0"]);
});
