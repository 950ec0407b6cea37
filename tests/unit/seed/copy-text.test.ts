import { expect, test } from "vitest";
import { copyLine } from "@/prisma/seed/load/copy-text";

test("a line of COPY keeps tabs, line ends, backslashes and quotes apart from its own", () => {
  expect(copyLine(["a\tb\nc\r\\", 1.5, true, null, undefined])).toBe(
    "a\\tb\\nc\\r\\\\\t1.5\ttrue\t\\N\t\\N\n",
  );
  expect(copyLine([[], ["Shed", 'The "big" \\ one']])).toBe(
    '{}\t{"Shed","The \\\\"big\\\\" \\\\\\\\ one"}\n',
  );
});
