import type { PropertyType } from "@/lib/listings/listing";
import type { Design } from "./building";
import { agapanthus, type FenceKind, fence, foreground, hedge, letterbox, shrub } from "./garden";
import { drive } from "./ground";
import type { Random } from "./random";
import { panel, type Scene } from "./scene";
import { polygon } from "./svg";
import { leaves, type TreeKind, tree } from "./trees";

/** What shows behind and beside a building: neighbours' roofs, a boundary, the crowns of trees. */
export function backGarden(scene: Scene, dice: Random, design: Design): string {
  const far = design.depth + 6;
  const half = design.width / 2;
  const neighbours = [-1, 1].map((side) =>
    dice.chance(0.75) ? neighbour(scene, dice, { x: side * (half + dice.between(7, 10)), z: far - 3 }) : "",
  );
  const trees = [-1.15, -0.6, -0.2, 0.3, 0.75, 1.2]
    .filter(() => dice.chance(0.72))
    .map((u) =>
      tree(scene, dice.pick<TreeKind>(["gum", "gum", "round", "pine", "jacaranda", "palm"]), {
        x: u * half * 1.5 + dice.between(-1, 1),
        z: far + dice.between(0, 5),
        height: Math.min(17, design.height * dice.between(1, 1.6)),
      }),
    );
  const boundary = dice.chance(0.5)
    ? hedge(scene, { x: -half * 3.4, w: half * 6.8, z: design.depth * 0.7, h: 1.9 })
    : panel(
        scene,
        design.depth * 0.7,
        { x: -half * 3.4, y: 0, w: half * 6.8, h: 1.7 },
        scene.palette.shade(scene.palette.timber, 0.55),
      ) +
      panel(
        scene,
        design.depth * 0.7,
        { x: -half * 3.4, y: 1.7, w: half * 6.8, h: 0.12 },
        scene.palette.lit(scene.palette.timber),
      );
  const bushes = Array.from({ length: 7 }, () => {
    const side = dice.chance(0.5) ? -1 : 1;
    return shrub(
      scene,
      {
        x: side * (half + dice.between(0.6, 7)),
        z: design.depth * dice.between(0.3, 0.66),
        h: dice.between(0.9, 2.1),
      },
      dice.chance(0.4),
    );
  });
  return [...neighbours, ...trees, boundary, ...bushes].join("");
}

/** What stands between the building and the street: paths, beds, one good tree, a fence, a letterbox. */
export function frontGarden(
  scene: Scene,
  dice: Random,
  design: Design,
  at: { fence: number; kind: PropertyType },
): string {
  const half = design.width / 2;
  const close = at.kind === "terrace" ? -2.4 : -2.6;
  const parts: string[] = [];
  if (design.drive !== null)
    parts.push(drive(scene, { x: design.drive, w: 2.9, from: at.fence - 1.9, to: -0.1 }));
  if (design.door !== null)
    parts.push(drive(scene, { x: design.door, w: 1.25, from: at.fence, to: close + 0.4 }, dice.chance(0.4)));
  parts.push(beds(scene, dice, design, { half, z: close }));
  if (at.kind !== "terrace") parts.push(standing(scene, dice, design, half));
  parts.push(boundary(scene, dice, design, { ...at, half }));
  if (design.door !== null && at.kind !== "apartment" && at.kind !== "terrace")
    parts.push(letterbox(scene, { x: design.door + 1, z: at.fence - 0.2 }));
  if (at.kind !== "terrace" && at.kind !== "apartment" && dice.chance(0.25)) parts.push(foreground(scene));
  if (dice.chance(0.22)) parts.push(overhang(scene, dice));
  return parts.join("");
}

function beds(scene: Scene, dice: Random, design: Design, at: { half: number; z: number }): string {
  const parts: string[] = [];
  const mostly = dice.pick(["mixed", "agapanthus", "clipped", "sparse"] as const);
  if (mostly === "clipped") {
    for (const [x, w] of [
      [-at.half, at.half * 0.6],
      [at.half * 0.25, at.half * 0.75],
    ] as const) {
      const clear = [design.door, design.drive].every(
        (lane) => lane === null || lane + 1.6 < x || lane - 1.6 > x + w,
      );
      if (clear) parts.push(hedge(scene, { x, w, z: at.z + 0.3, h: 0.7 }));
    }
  }
  const spacing = mostly === "sparse" ? { min: 1.8, max: 3.4 } : { min: 0.55, max: 1.1 };
  for (let x = -at.half * 1.05; x < at.half * 1.05; x += dice.between(spacing.min, spacing.max)) {
    if (design.door !== null && Math.abs(x - design.door) < 1.35) continue;
    if (design.drive !== null && Math.abs(x - design.drive) < 2.1) continue;
    const z = at.z + dice.between(-0.4, 0.3);
    parts.push(
      mostly === "agapanthus" || (mostly === "mixed" && dice.chance(0.3))
        ? agapanthus(scene, { x, z: z - 0.2 })
        : shrub(scene, { x, z, h: dice.between(0.45, 0.95) }, dice.chance(0.45)),
    );
  }
  return parts.join("");
}

function standing(scene: Scene, dice: Random, design: Design, half: number): string {
  const kinds: readonly [TreeKind, ...TreeKind[]] =
    scene.mood.season === "winter"
      ? ["gum", "bare", "frangipani", "palm", "cypress"]
      : ["gum", "jacaranda", "round", "frangipani", "palm", "round"];
  const trees = [-1, 1]
    .filter(() => dice.chance(0.68))
    .map((side) => {
      const kind = dice.pick(kinds);
      const height =
        Math.min(15, design.height * dice.between(0.75, 1.3)) * (kind === "frangipani" ? 0.6 : 1);
      const lane =
        design.drive !== null && Math.sign(design.drive) === side ? Math.abs(design.drive) + 2.6 : 0;
      return tree(scene, kind, {
        x: side * Math.max(lane, half + dice.between(1, 2.6)),
        z: -dice.between(1.5, 4),
        height,
      });
    });
  return trees.join("");
}

function boundary(
  scene: Scene,
  dice: Random,
  design: Design,
  at: { fence: number; kind: PropertyType; half: number },
): string {
  const kind =
    at.kind === "townhouse"
      ? "none"
      : at.kind === "terrace"
        ? "palisade"
        : at.kind === "apartment"
          ? dice.pick<FenceKind>(["hedge", "none", "low-brick"])
          : dice.pick<FenceKind>([
              "picket",
              "low-brick",
              "hedge",
              "none",
              "palisade",
              "stone",
              "none",
              "slats",
            ]);
  const gaps: [number, number][] = [];
  if (design.door !== null) gaps.push([design.door - 0.75, design.door + 0.75]);
  if (design.drive !== null) gaps.push([design.drive - 1.6, design.drive + 1.6]);
  gaps.sort((a, b) => a[0] - b[0]);
  const end = at.half * 2.2;
  let from = -end;
  const runs: string[] = [];
  for (const [a, b] of [...gaps, [end, end] as [number, number]]) {
    runs.push(fence(scene, kind, { x: from, w: a - from, z: at.fence }));
    from = b;
  }
  return runs.join("");
}

/** A branch that hangs into the picture from above, close to us. */
function overhang(scene: Scene, dice: Random): string {
  const clumps = [
    [-30, -10, 150],
    [110, -34, 120],
    [-20, 96, 90],
    [40, 40, 100],
  ] as const;
  return clumps
    .map(([x, y, r]) =>
      leaves(
        scene,
        { x: x + dice.between(-12, 12), y: y + dice.between(-10, 10), rx: r, ry: r * 0.55 },
        {
          dark: scene.palette.shade(scene.palette.gum.dark, 0.5),
          mid: scene.palette.gum.dark,
          light: scene.palette.gum.mid,
        },
      ),
    )
    .join("");
}

function neighbour(scene: Scene, dice: Random, at: { x: number; z: number }): string {
  const plane = scene.camera.at(at.z);
  const { palette } = scene;
  const w = dice.between(8, 12);
  const wall = palette.far(
    palette.shade(palette.grade(dice.pick(["#d9cbb4", "#b98a6e", "#c9c4ba"])), 0.15),
    0.3,
  );
  const roof = palette.far(palette.grade(dice.pick(["#a05a42", "#6f757b", "#8a6a58"])), 0.3);
  const [x0, x1, y, eave, top] = [
    plane.x(at.x - w / 2),
    plane.x(at.x + w / 2),
    plane.y(0),
    plane.y(3.1),
    plane.y(dice.between(5.2, 6.4)),
  ];
  const inset = (x1 - x0) * dice.between(0.2, 0.45);
  return (
    polygon(
      [
        [x0, y],
        [x1, y],
        [x1, eave],
        [x0, eave],
      ],
      wall,
    ) +
    polygon(
      [
        [x0 - 6, eave],
        [x1 + 6, eave],
        [x1 - inset, top],
        [x0 + inset, top],
      ],
      roof,
    ) +
    polygon(
      [
        [x1 + 6, eave],
        [x1 - inset, top],
        [x1 - inset * 1.5, top],
        [x1 - inset * 1.1, eave],
      ],
      palette.shade(roof, 0.5),
      0.5,
    )
  );
}
