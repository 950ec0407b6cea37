type Asked = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Answered = {
  readonly status: number;
  // Whatever the answer's JSON is: tests look at parts of it.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
  readonly headers: Headers;
};

/** Somebody with a browser: keeps the session's cookie, and says with each change which page it comes from. */
export function visitor(origin: string, common: Readonly<Record<string, string>> = {}) {
  let cookie = "";
  async function ask(method: string, path: string, { body, headers = {} }: Asked = {}): Promise<Answered> {
    const sent: Record<string, string> = { ...common };
    if (cookie !== "") sent.cookie = cookie;
    if (method !== "GET") Object.assign(sent, { origin, "sec-fetch-site": "same-origin" });
    if (body !== undefined) sent["content-type"] = "application/json";
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { ...sent, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.get("set-cookie");
    if (set !== null) cookie = /Max-Age=0/.test(set) ? "" : (set.split(";")[0] ?? "");
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? null : JSON.parse(text), headers: answer.headers };
  }
  return {
    ask,
    get: (path: string) => ask("GET", path),
    post: (path: string, body: unknown) => ask("POST", path, { body }),
    signIn: (email: string, password: string) =>
      ask("POST", "/api/account/session", { body: { email, password } }),
    get cookie() {
      return cookie;
    },
    set cookie(value) {
      cookie = value;
    },
  };
}

export type TestVisitor = ReturnType<typeof visitor>;
