import { apartments, units } from "./apartment";
import type { Design } from "./building";
import { type Backdrop, distance } from "./distance";
import type { Picture } from "./exterior";
import type { Facts } from "./facts";
import { buildingShadow, ground } from "./ground";
import { artDeco } from "./house-deco";
import { midCentury } from "./house-mid-century";
import { brutalist, contemporary } from "./house-modern";
import { federation, queenslander, victorianCottage } from "./house-period";
import type { Mood } from "./mood";
import { backGarden, frontGarden } from "./planting";
import type { Random } from "./random";
import { createScene } from "./scene";
import { sky, weatherOver } from "./sky";
import { terrace, townhouses } from "./terrace";
import { pool, villa } from "./villa";

/** A building in its street: sky, distance, back garden, building, front garden, footpath and road. */
export function street(random: Random, mood: Mood, facts: Facts): Picture {
  const design = designOf(random.fork("design"), facts);
  const tall = facts.propertyType === "apartment";
  const view = random.fork("view");
  const scene = createScene(random.fork("scene"), mood, facts.colorway, {
    width: design.width,
    height: design.height,
    eye: tall ? 4.2 : 2.6,
    vanishing:
      facts.propertyType === "terrace" ? view.pick([0.5, 0.38, 0.62]) : view.pick([0.86, 0.93, 1.02, 0.7]),
    base: tall ? 668 : 632,
    headroom: tall ? 50 : facts.propertyType === "terrace" ? 104 : 130,
    fill:
      facts.propertyType === "townhouse"
        ? 0.86
        : facts.propertyType === "villa"
          ? 0.78
          : view.pick([0.62, 0.68, 0.74]),
  });
  const fenceAt = scene.camera.depthAt(tall ? 722 : 706);
  const dice = random.fork("garden");
  const closed = facts.propertyType === "terrace";
  return {
    scene,
    behind: [
      sky(scene),
      distance(
        scene,
        dice.pick<Backdrop>(
          tall
            ? ["skyline", "skyline", "sea", "hills", "bush"]
            : ["hills", "ranges", "sea", "skyline", "bush"],
        ),
      ),
      ground(scene, { fence: fenceAt, verge: "footpath" }),
      closed ? "" : backGarden(scene, dice.fork("back"), design),
      buildingShadow(scene, {
        x: -design.width / 2 + 0.7,
        z: 0,
        w: design.width - 1.4,
        d: design.depth,
        h: design.height * 0.7,
      }),
      facts.propertyType === "villa" && dice.chance(0.5)
        ? pool(scene, { x: -design.width * 0.12, z: -3.6, w: 4.6, d: 1.9 })
        : "",
    ],
    subject: design.draw(scene),
    before: [
      frontGarden(scene, dice.fork("front"), design, { fence: fenceAt, kind: facts.propertyType }),
      weatherOver(scene),
    ],
  };
}

function designOf(dice: Random, facts: Facts): Design {
  switch (facts.propertyType) {
    case "terrace":
      return terrace(dice, facts);
    case "townhouse":
      return townhouses(dice);
    case "apartment":
      return apartments(dice, facts.era);
    case "unit":
      return units(dice, facts.era);
    case "villa":
      return villa(dice);
    default:
      return houseOf(dice, facts);
  }
}

function houseOf(dice: Random, facts: Facts): Design {
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
