import { expect, test } from "vitest";
import { consolePath } from "@/lib/http/console-path";

test("a path of the console is kept, with its query and fragment", () => {
  for (const path of ["/console", "/console/listings/12?tab=price#history", "/console/people?q=a%20b"])
    expect(consolePath(path)).toBe(path);
});

test("what any browser could take for another place leads to the beginning of the console", () => {
  const elsewhere = [
    ...[undefined, "", "/", "/buy", "/consolex", "/console@evil.example", "console"],
    ...[
      "//evil.example",
      "//evil.example/console",
      "/\\evil.example",
      "\\/evil.example",
      "\\\\evil.example/console",
    ],
    ...[
      "https:evil.example",
      "https://evil.example/console",
      "https:/console",
      "javascript:alert(1)//console",
    ],
    ...["/\t/evil.example", "/\n/evil.example", " //evil.example", "///evil.example", "/%2f/evil.example"],
    ...["/console/../../evil", "/console/%2e%2e/evil", "/console/..\\evil", "/console/..//evil.example"],
    ...["https://evil.example/console/people", "//evil.example/console/people"],
    ...["/console%2f..%2fevil", "/console;a", "http://[", "http://user@/console\\@evil.example:99999"],
  ];
  for (const asked of elsewhere) expect(consolePath(asked), String(asked)).toBe("/console");
});

test("what comes back is a path of this host alone, in the words that browsers read it with", () => {
  expect(consolePath("/console\\people")).toBe("/console/people");
  expect(consolePath("/console/./people/../account")).toBe("/console/account");
  expect(consolePath("/console//evil.example")).toBe("/console//evil.example");
});

test("what Next adds to the address of a part of a page is left out", () => {
  expect(consolePath("/console/people?_rsc=1x2y")).toBe("/console/people");
  expect(consolePath("/console/people?q=a%20b&_rsc=1x2y")).toBe("/console/people?q=a+b");
});
