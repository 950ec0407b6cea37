import { request } from "node:http";
import { expect } from "@playwright/test";
import { signIn, test } from "./people";

/** Spellings of the console's addresses by which a cache in between might take a page for a file, or for another page. */
const TRICKS = [
  ...["/console", "/console/account", "/console/people", "/sign-in", "/invitation", "/reset"],
  ...["/console;a", "/console;a.css", "/console/account;a.css", "/console%2flistings", "/console%2faccount"],
  ...["/console/account.css", "/console/account/x.css", "/console/account%2fx.css", "/console/account/.css"],
  ...["//console", "//console/account", "/console//account", "/./console/account", "/x/../console/account"],
  ...[
    "/console%3f",
    "/console%3fx=1",
    "/console/account%3f.css",
    "/console/account%23.css",
    "/console/account%00.css",
  ],
  ...["/console/account?x.css", "/console/account/", "/CONSOLE/account", "/console/account?_rsc=x"],
];

const UNSTORED = /^(?!.*(?:public|s-maxage)).*\bno-store\b/;

type Answer = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
};

test("no page of the console or of signing in may be stored, however its address is spelled", async ({
  page,
  people,
  baseURL,
}) => {
  const account = await people.make({ role: "administrator", name: "Zelda Zimmermann" });
  await signIn(page, account);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const path of TRICKS) {
    for (const rsc of [{}, { rsc: "1" }]) {
      const own = await follow(baseURL ?? "", path, { cookie, ...rsc });
      expect(own.headers["cache-control"], `${path} for who is signed in`).toMatch(UNSTORED);
      const others = await follow(baseURL ?? "", path, rsc);
      expect(others.headers["cache-control"], `${path} for others`).toMatch(UNSTORED);
      expect(others.text, path).not.toContain("Zimmermann");
      expect(others.text, path).not.toContain(account.email);
    }
  }
});

test("a page of the console that is nothing but a wrong address names nobody", async ({
  page,
  people,
  baseURL,
}) => {
  const account = await people.make({ role: "editor", name: "Zoe Zimmermann" });
  await signIn(page, account);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const path of [
    "/console/account.css",
    "/console/account/x.css",
    "/console;a.css",
    "/console/style.css",
  ]) {
    const answer = await ask(baseURL ?? "", path, { cookie });
    expect(answer.status, path).toBe(404);
    expect(answer.text, path).not.toContain("Zimmermann");
  }
});

/** As asked, past redirects that only spell the address in Next's own way: those say nothing of anybody. */
async function follow(
  base: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const answer = await ask(base, path, headers);
  const to = String(answer.headers.location ?? "");
  const isSpelling = ["", to].includes(answer.text) && /^\/(?!\/)/.test(to);
  return isSpelling ? follow(base, to, headers) : answer;
}

/** By node:http, which sends a path as it is; browsers and fetch would set some of them right first. */
function ask(base: string, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}
