import { writeFileSync } from "node:fs";
import { landShape } from "./land-shape";

writeFileSync(new URL("land.geojson", import.meta.url), landShape());
