import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { inlineScripts } from "@/lib/http/inline-scripts";
import { makeStoredAnswer } from "@/lib/http/stored-answer";

test("a picture is kept once and as it is: it is compressed by itself", async () => {
  const body = randomBytes(5_000);
  const answer = await makeStoredAnswer({ status: 200, type: "image/jpeg", headers: [], body }, {});
  expect(answer).toMatchObject({ identity: body, gzip: null, br: null, length: 5_000 });
});

test("data that stands in a page as a script is none that may run, and costs its policy nothing", () => {
  const html = '<script type="application/ld+json">{"name":"a"}</script><script>run()</script>';
  expect(inlineScripts(html)).toEqual(["run()"]);
});
