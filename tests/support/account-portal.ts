import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import * as preview from "@/app/api/account/invitation/preview/route";
import * as invitation from "@/app/api/account/invitation/route";
import * as password from "@/app/api/account/password/route";
import * as passwordReset from "@/app/api/account/password-reset/route";
import * as recoveryCodes from "@/app/api/account/recovery-codes/route";
import * as account from "@/app/api/account/route";
import * as secondFactor from "@/app/api/account/second-factor/route";
import * as session from "@/app/api/account/session/route";
import * as sessionCode from "@/app/api/account/session/second-factor/route";
import * as oneSession from "@/app/api/account/sessions/[id]/route";
import * as sessions from "@/app/api/account/sessions/route";
import * as resetLink from "@/app/api/console/accounts/[id]/reset-link/route";
import * as oneAccount from "@/app/api/console/accounts/[id]/route";
import * as accounts from "@/app/api/console/accounts/route";
import * as oneInvitation from "@/app/api/console/invitations/[id]/route";
import * as invitations from "@/app/api/console/invitations/route";
import { createPortalServer, type PortalServer } from "@/lib/http/portal-server";
import type { Runtime } from "@/lib/platform/runtime";

type Context = { readonly params: Promise<{ id: string }> };
type Handler = (request: Request, context: Context) => Promise<Response>;
type Route = Readonly<Record<string, unknown>>;

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/api\/account$/, account],
  [/^\/api\/account\/invitation$/, invitation],
  [/^\/api\/account\/invitation\/preview$/, preview],
  [/^\/api\/account\/password$/, password],
  [/^\/api\/account\/password-reset$/, passwordReset],
  [/^\/api\/account\/recovery-codes$/, recoveryCodes],
  [/^\/api\/account\/second-factor$/, secondFactor],
  [/^\/api\/account\/session$/, session],
  [/^\/api\/account\/session\/second-factor$/, sessionCode],
  [/^\/api\/account\/sessions$/, sessions],
  [/^\/api\/account\/sessions\/([^/]+)$/, oneSession],
  [/^\/api\/console\/accounts$/, accounts],
  [/^\/api\/console\/accounts\/([^/]+)$/, oneAccount],
  [/^\/api\/console\/accounts\/([^/]+)\/reset-link$/, resetLink],
  [/^\/api\/console\/invitations$/, invitations],
  [/^\/api\/console\/invitations\/([^/]+)$/, oneInvitation],
];

/** The portal's server with its routes of accounts behind it, and no Next between them. */
export async function startAccountPortal(runtime: Runtime, port: number): Promise<PortalServer> {
  const portal = createPortalServer(runtime, answerByRoute);
  await portal.listen(["127.0.0.1"], port);
  return portal;
}

async function answerByRoute(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  // As Next has it: of its own address, whatever the request says.
  const url = new URL(incoming.url ?? "/", "http://localhost:3000");
  const [pattern, route] = ROUTES.find(([each]) => each.test(url.pathname)) ?? [];
  // The modules of routes export nothing else under the names of methods.
  const handler = route?.[incoming.method ?? ""] as Handler | undefined;
  if (pattern === undefined || handler === undefined) return void response.writeHead(405).end();
  const id = pattern.exec(url.pathname)?.[1] ?? "";
  const answer = await handler(toRequest(incoming, url), { params: Promise.resolve({ id }) });
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(answer.body === null ? undefined : await buffer(answer.body));
}

function toRequest(incoming: IncomingMessage, url: URL): Request {
  const { method = "GET", headers } = incoming;
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const body = method === "GET" ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
  // fetch's types are the browser's, which has no such field; Node asks for it.
  const init = { method, headers: given, body, duplex: "half" };
  return new Request(url, init);
}
