import fc from "fast-check";
import { expect, test } from "vitest";
import {
  clamp,
  covers,
  formatSnapshot,
  join,
  parseSnapshot,
  type Snapshot,
  sees,
} from "@/lib/cache/snapshot";

const IDS = Array.from({ length: 30 }, (_, id) => BigInt(id));

/** Any snapshot of a database that has given out up to 30 ids. */
const snapshots: fc.Arbitrary<Snapshot> = fc
  .tuple(fc.integer({ min: 0, max: 29 }), fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 6 }))
  .map(([xmax, open]) => {
    const inProgress = open.filter((id) => id < xmax).map(BigInt);
    const xmin = BigInt(Math.min(xmax, ...inProgress.map(Number)));
    return { xmin, xmax: BigInt(xmax), inProgress: new Set(inProgress) };
  });

const seenBy = (snapshot: Snapshot) => IDS.filter((id) => sees(snapshot, id));

test("a transaction is seen if it is below xmax and was not in progress", () => {
  const snapshot = { xmin: 5n, xmax: 9n, inProgress: new Set([5n, 7n]) };
  expect(seenBy(snapshot)).toEqual([0n, 1n, 2n, 3n, 4n, 6n, 8n]);
});

test("a stamp covers a floor exactly when it sees everything that the floor sees", () => {
  fc.assert(
    fc.property(snapshots, snapshots, (stamp, floor) => {
      const isCovered = seenBy(floor).every((id) => sees(stamp, id));
      // Ids above both that a snapshot could see are none, so equality of the sets is all there is.
      return covers(stamp, floor) ? isCovered : !isCovered || stamp.xmax < floor.xmax;
    }),
  );
});

test("what covers the join of two floors covers both, and sees no more than it must", () => {
  fc.assert(
    fc.property(snapshots, snapshots, (one, other) => {
      const either = IDS.filter((id) => sees(one, id) || sees(other, id));
      expect(seenBy(join(one, other))).toEqual(either);
    }),
  );
});

test("a clamped snapshot sees nothing from the limit on and all that it saw below", () => {
  fc.assert(
    fc.property(snapshots, fc.integer({ min: 0, max: 29 }), (snapshot, limit) => {
      const clamped = clamp(snapshot, BigInt(limit));
      expect(seenBy(clamped)).toEqual(seenBy(snapshot).filter((id) => id < BigInt(limit)));
      expect(clamped.xmin <= clamped.xmax).toBe(true);
      expect([...clamped.inProgress].every((id) => id < clamped.xmax)).toBe(true);
    }),
  );
});

test("a snapshot survives Postgres's text form", () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      expect(parseSnapshot(formatSnapshot(snapshot))).toEqual(snapshot);
    }),
  );
});

test.each(["", "1:2", "2:1:", "1:5:5", "1:5:0", "1:5:2,", "1:5:2;3", "-1:5:", "1:5:2\n", "9".repeat(400)])(
  "%j is no snapshot",
  (text) => {
    expect(parseSnapshot(text)).toBeUndefined();
  },
);
