import { furrows, homestead, shed, windmill } from "./country";
import { type Backdrop, distance } from "./distance";
import type { Picture } from "./exterior";
import type { Facts } from "./facts";
import { fence, foreground, shrub } from "./garden";
import { buildingShadow, drive, ground } from "./ground";
import type { Mood } from "./mood";
import type { Random } from "./random";
import { createScene } from "./scene";
import { sky, weatherOver } from "./sky";
import { type TreeKind, tree } from "./trees";

/** A homestead in its paddocks: ranges behind, a shed and a wind pump at a distance, a track to the door. */
export function countryside(random: Random, mood: Mood, facts: Facts): Picture {
  const design = homestead(random.fork("design"));
  const dice = random.fork("paddock");
  const scene = createScene(random.fork("scene"), mood, facts.colorway, {
    width: design.width,
    height: design.height,
    eye: dice.pick([3, 4.2]),
    vanishing: dice.pick([0.66, 0.84, 0.94]),
    base: dice.pick([600, 620]),
    headroom: 200,
    fill: dice.pick([0.5, 0.58, 0.64]),
  });
  const half = design.width / 2;
  const fenceAt = scene.camera.depthAt(722);
  const windbreak = dice.pick<TreeKind>(["cypress", "gum", "pine", "round"]);
  return {
    scene,
    behind: [
      sky(scene),
      distance(scene, dice.pick<Backdrop>(["ranges", "hills", "ranges", "bush"])),
      ground(scene, { fence: 0, verge: "grass" }),
      dice.chance(0.5)
        ? furrows(
            scene,
            scene.palette.lit(scene.palette.grade(dice.pick(["#d8b85a", "#a3b85c", "#c08a5a"])), 0.2),
          )
        : "",
      ...Array.from({ length: 7 }, (_, i) =>
        tree(scene, windbreak, {
          x: -half * 2.6 + i * 2.9 + dice.between(-0.6, 0.6),
          z: 30 + dice.between(0, 5),
          height: dice.between(8, 12),
        }),
      ),
      shed(scene, { x: half + dice.between(2, 5), z: 16, w: dice.between(7, 9) }),
      dice.chance(0.7)
        ? windmill(scene, { x: -half - dice.between(2.5, 5), z: 9, h: dice.between(9, 12) })
        : "",
      ...[-0.7, 0.1, 0.6].map((u) =>
        tree(scene, dice.pick<TreeKind>(["gum", "gum", "palm"]), {
          x: u * half + dice.between(-1, 1),
          z: 14,
          height: dice.between(10, 15),
        }),
      ),
      buildingShadow(scene, { x: -half + 2, z: 0, w: design.width - 4, d: 9, h: 5 }),
      drive(scene, { x: 0, w: 3.2, from: scene.camera.depthAt(798), to: -2.6 }),
    ],
    subject: design.draw(scene),
    before: [
      ...Array.from({ length: 9 }, () => dice.between(-half, half))
        .filter((x) => Math.abs(x) > 2)
        .map((x) => shrub(scene, { x, z: -3.4, h: dice.between(0.5, 1.1) }, dice.chance(0.5))),
      tree(scene, dice.pick<TreeKind>(["gum", "gum", "jacaranda"]), {
        x: (dice.chance(0.5) ? -1 : 1) * (half + dice.between(0.5, 3)),
        z: -4,
        height: dice.between(9, 12),
      }),
      fence(scene, dice.pick(["post-and-wire", "post-and-wire", "picket", "none"]), {
        x: -half * 2.4,
        w: half * 2.4 - 2,
        z: fenceAt,
      }),
      fence(scene, "post-and-wire", { x: 2, w: half * 2.4, z: fenceAt }),
      dice.chance(0.6) ? foreground(scene) : "",
      weatherOver(scene),
    ],
  };
}
