import type { Design } from "./building";
import { type Backdrop, distance } from "./distance";
import type { Facts } from "./facts";
import { agapanthus, type FenceKind, fence, foreground, letterbox, shrub } from "./garden";
import { buildingShadow, drive, ground, type Street } from "./ground";
import { artDeco, brutalist, contemporary, midCentury } from "./house-modern";
import { federation, queenslander, victorianCottage } from "./house-period";
import type { Mood } from "./mood";
import type { Random } from "./random";
import { createScene, type Scene } from "./scene";
import { sky, weatherOver } from "./sky";
import { type TreeKind, tree } from "./trees";

export type Picture = {
  readonly scene: Scene;
  /** Painted first to last: behind the subject, the subject, before it. */
  readonly body: readonly string[];
  readonly subjectBody: string;
  readonly over: readonly string[];
};

/** The street picture of a building: sky, distance, ground, back garden, building, front garden, weather. */
export function exterior(random: Random, mood: Mood, facts: Facts): Picture {
  const design = designOf(random.fork("design"), facts);
  const scene = createScene(random.fork("scene"), mood, facts.colorway, {
    width: design.width,
    height: design.height,
    eye: 2.6,
    vanishing: random.fork("view").pick([0.86, 0.95, 1.05, 0.62]),
    base: 628,
    fill: 0.7,
  });
  const street: Street = { fence: scene.camera.depthAt(700), verge: "footpath" };
  const dice = random.fork("garden");
  return {
    scene,
    body: [
      sky(scene),
      distance(scene, dice.pick<Backdrop>(["hills", "ranges", "sea", "skyline", "bush"])),
      ground(scene, street),
      backTrees(scene, dice, design),
      buildingShadow(scene, {
        x: -design.width / 2,
        z: 0,
        w: design.width,
        d: design.depth,
        h: design.height * 0.7,
      }),
    ],
    subjectBody: design.draw(scene),
    over: [frontGarden(scene, dice, design, street), weatherOver(scene)],
  };
}

function designOf(dice: Random, facts: Facts): Design {
  switch (facts.era) {
    case "federation":
      return federation(dice);
    case "victorian":
      return victorianCottage(dice);
    case "queenslander":
      return queenslander(dice);
    case "art-deco":
      return artDeco(dice);
    case "mid-century":
      return midCentury(dice);
    case "brutalist":
      return brutalist(dice);
    case "contemporary":
      return contemporary(dice);
  }
}

function backTrees(scene: Scene, dice: Random, design: Design): string {
  const spots = [-0.62, -0.3, 0.34, 0.7].filter(() => dice.chance(0.7));
  return spots
    .map((u) =>
      tree(scene, dice.pick<TreeKind>(["gum", "gum", "round", "pine", "jacaranda", "palm"]), {
        x: u * design.width + dice.between(-1, 1),
        z: design.depth + dice.between(3, 8),
        height: design.height * dice.between(1.1, 1.7),
      }),
    )
    .join("");
}

function frontGarden(scene: Scene, dice: Random, design: Design, street: Street): string {
  const half = design.width / 2;
  const parts: string[] = [];
  if (design.drive !== null)
    parts.push(drive(scene, { x: design.drive, w: 2.9, from: street.fence, to: 0.2 }));
  if (design.door !== null)
    parts.push(drive(scene, { x: design.door, w: 1.2, from: street.fence, to: -2.1 }, dice.chance(0.4)));
  for (let x = -half; x < half; x += dice.between(0.8, 1.5)) {
    if (design.door !== null && Math.abs(x - design.door) < 1.6) continue;
    if (design.drive !== null && Math.abs(x - design.drive) < 2) continue;
    parts.push(
      dice.chance(0.35)
        ? agapanthus(scene, { x, z: -2.3 })
        : shrub(scene, { x, z: -2.2, h: dice.between(0.5, 1) }, dice.chance(0.4)),
    );
  }
  const side = dice.chance(0.5) ? -1 : 1;
  parts.push(
    tree(scene, dice.pick<TreeKind>(["gum", "jacaranda", "round", "frangipani", "palm", "bare"]), {
      x: side * (half + dice.between(1.5, 3)),
      z: -3.4,
      height: design.height * dice.between(0.8, 1.15),
    }),
  );
  const kind = dice.pick<FenceKind>(["picket", "low-brick", "hedge", "slats", "palisade", "stone", "none"]);
  const gaps = [
    ...(design.door === null ? [] : [[design.door - 0.8, design.door + 0.8]]),
    ...(design.drive === null ? [] : [[design.drive - 1.7, design.drive + 1.7]]),
  ].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  let from = -half * 1.9;
  for (const [a = 0, b = 0] of [...gaps, [half * 1.9, 0]]) {
    parts.push(fence(scene, kind, { x: from, w: a - from, z: street.fence }));
    from = b;
  }
  if (design.door !== null) parts.push(letterbox(scene, { x: design.door + 1.1, z: street.fence - 0.3 }));
  if (dice.chance(0.3)) parts.push(foreground(scene));
  return parts.join("");
}
