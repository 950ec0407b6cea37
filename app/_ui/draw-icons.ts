import { writeFileSync } from "node:fs";
import { ICON_NAMES } from "./icon-names";
import { iconSprite } from "./icon-sprite";

writeFileSync(new URL("icons.svg", import.meta.url), iconSprite(ICON_NAMES));
