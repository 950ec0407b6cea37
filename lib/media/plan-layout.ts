import { createRandom, type Random } from "./random";

export type PlanSubject = {
  readonly seed: number;
  readonly beds: number | null;
  readonly baths: number | null;
  readonly parking: number | null;
  /** Internal floor area, square metres; an ordinary one for the bedrooms when null. */
  readonly floorAreaM2: number | null;
};

export type RoomKind =
  | "living"
  | "kitchen"
  | "dining"
  | "main-bedroom"
  | "bedroom"
  | "bathroom"
  | "laundry"
  | "study"
  | "garage"
  | "hall";

/** A room's rectangle in metres; y grows from the back of the house to the street. */
export type PlanRoom = {
  readonly kind: RoomKind;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

export type PlanLayout = {
  readonly width: number;
  readonly depth: number;
  readonly rooms: readonly PlanRoom[];
};

/** Square metres that a room would like; its share of the whole follows. */
const WISHES: Record<RoomKind, number> = {
  living: 26,
  kitchen: 14,
  dining: 13,
  "main-bedroom": 17,
  bedroom: 12,
  bathroom: 7,
  laundry: 5,
  study: 9,
  garage: 20,
  hall: 0,
};

const HALL = 1.2;

/** What lies side by side between the outer wall and the hall: one room, or two of which the second has the hall. */
type Row = readonly [RoomKind] | readonly [outer: RoomKind, inner: RoomKind];

/**
 * Rooms that fill a rectangle without overlapping: living rooms across the back, a hall to the street,
 * bedrooms in rows on both sides of it, wet rooms two to a row. Edges lie on a 5 cm grid.
 */
export function layOut(subject: PlanSubject): PlanLayout {
  const dice = createRandom(subject.seed).fork("plan");
  const beds = clamp(subject.beds ?? 2, 0, 7);
  const baths = clamp(subject.baths ?? 1, 1, 5);
  const cars = clamp(subject.parking ?? 0, 0, 2);
  const open = openRooms(beds, dice);
  const stacks = share(rowsOf(beds, baths, cars));
  if (dice.chance(0.5)) stacks.reverse();
  const closed = stacks.flat(2);
  const wished = sum(open) + sum(closed);
  const area = clamp(subject.floorAreaM2 ?? wished * 1.12, 28, 900);
  const tall = Math.max(stacks[0].length, stacks[1].length);
  const width = snap(Math.sqrt(area / (dice.between(0.9, 1.05) + 0.12 * Math.max(0, tall - 2))));
  const depth = snap(area / width);
  const generous = sum(open) * clamp(area / wished, 1, 1.8);
  const back = snap((depth * generous) / (generous + sum(closed)));
  const x = hallX(width);
  return {
    width,
    depth,
    rooms: [
      ...across(open, { width, back }),
      { kind: "hall", x, y: back, w: HALL, h: round(depth - back) },
      ...along(stacks[0], { x: 0, w: x, from: back, to: depth, hall: "right" }),
      ...along(stacks[1], {
        x: round(x + HALL),
        w: round(width - x - HALL),
        from: back,
        to: depth,
        hall: "left",
      }),
    ],
  };
}

function openRooms(beds: number, dice: Random): RoomKind[] {
  const rooms: RoomKind[] = beds >= 3 ? ["kitchen", "dining", "living"] : ["kitchen", "living"];
  return dice.chance(0.5) ? rooms : rooms.reverse();
}

function rowsOf(beds: number, baths: number, cars: number): Row[] {
  const wet: RoomKind[] = ["laundry", ...Array.from({ length: baths }, (): RoomKind => "bathroom")];
  if (wet.length % 2 === 1) wet.unshift("study");
  const rows: Row[] = [];
  for (let i = 0; i < wet.length; i += 2) rows.push([wet[i] ?? "laundry", wet[i + 1] ?? "bathroom"]);
  if (cars > 0) rows.push(["garage"]);
  if (beds > 0) rows.push(["main-bedroom"]);
  for (let i = 1; i < beds; i++) rows.push(["bedroom"]);
  if (rows.length < 2) rows.push(["study"]);
  return rows;
}

/** Two stacks of about one weight, each with its garage or main bedroom on the street and its wet rooms in between. */
function share(rows: readonly Row[]): [Row[], Row[]] {
  const left: Row[] = [];
  const right: Row[] = [];
  for (const row of [...rows].sort((a, b) => sum(b) - sum(a))) {
    (sum(left.flat()) <= sum(right.flat()) ? left : right).push(row);
  }
  return [arrange(left), arrange(right)];
}

const TO_THE_STREET: readonly RoomKind[] = [
  "bedroom",
  "study",
  "laundry",
  "bathroom",
  "main-bedroom",
  "garage",
];

function arrange(stack: readonly Row[]): Row[] {
  return [...stack].sort((a, b) => TO_THE_STREET.indexOf(a[0]) - TO_THE_STREET.indexOf(b[0]));
}

function across(kinds: readonly RoomKind[], zone: { width: number; back: number }): PlanRoom[] {
  let x = 0;
  let wish = 0;
  return kinds.map((kind) => {
    wish += WISHES[kind];
    const end = snap((zone.width * wish) / sum(kinds));
    const room: PlanRoom = { kind, x, y: 0, w: round(end - x), h: zone.back };
    x = end;
    return room;
  });
}

type Side = { x: number; w: number; from: number; to: number; hall: "left" | "right" };

function along(stack: readonly Row[], side: Side): PlanRoom[] {
  const total = sum(stack.flat());
  let y = side.from;
  let wish = 0;
  return stack.flatMap((row) => {
    wish += sum(row);
    const end = snap(side.from + ((side.to - side.from) * wish) / total);
    const level = { y, h: round(end - y) };
    y = end;
    const [outer, inner] = row;
    if (!inner) return [{ kind: outer, x: side.x, w: side.w, ...level }];
    const split = snap((side.w * WISHES[outer]) / sum(row));
    const [first, second] = side.hall === "right" ? [outer, inner] : [inner, outer];
    const cut = side.hall === "right" ? split : round(side.w - split);
    return [
      { kind: first, x: side.x, w: cut, ...level },
      { kind: second, x: round(side.x + cut), w: round(side.w - cut), ...level },
    ];
  });
}

function hallX(width: number): number {
  return snap((width - HALL) / 2);
}

function sum(kinds: readonly RoomKind[]): number {
  return kinds.reduce((total, kind) => total + WISHES[kind], 0);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}

function snap(metres: number): number {
  return round(Math.round(metres * 20) / 20);
}

/** Takes off what binary fractions add. */
function round(metres: number): number {
  return Math.round(metres * 100) / 100;
}
