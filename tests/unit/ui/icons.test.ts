import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ICON_NAMES } from "@/app/_ui/icon-names";
import { iconSprite } from "@/app/_ui/icon-sprite";
import { CLONE } from "@/lib/platform/services/clone";

const read = (file: string) => readFileSync(join(CLONE, file), "utf8");

test("the file of icons holds what is named, as it is drawn now; npm run icons draws it", () => {
  expect(read("app/_ui/icons.svg")).toBe(iconSprite(ICON_NAMES));
  expect(() => iconSprite(["no-such-icon"])).toThrow("no-such-icon");
});

test("each icon that readers load is shown somewhere", () => {
  const files = readdirSync(join(CLONE, "app"), { recursive: true, encoding: "utf8" });
  const code = files
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => read(join("app", file)))
    .join("\n");
  expect(ICON_NAMES.filter((name) => !code.includes(`"${name}"`))).toEqual([]);
});
