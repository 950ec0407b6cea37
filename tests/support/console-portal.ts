import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { createPortalServer, type PortalServer } from "@/lib/http/portal-server";
import type { Runtime } from "@/lib/platform/runtime";

const ROOT = "app/api/console";
export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Route = { readonly path: string; readonly handlers: Partial<Record<Method, Handler>> };

/** Every route below app/api/console as the tree has it: "/api/console/listings/[id]" with the methods that it answers. */
export async function consoleRoutes(): Promise<readonly Route[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/route.ts"))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      path: `/${ROOT.slice("app/".length)}/${file.slice(0, -"/route.ts".length)}`,
      handlers: await import(/* @vite-ignore */ resolve(ROOT, file)),
    })),
  );
}

/** The console's routes behind the portal's own server, found as Next finds them: by their folders. */
export async function startConsolePortal(runtime: Runtime, port: number): Promise<PortalServer> {
  const routes = await consoleRoutes();
  const portal = createPortalServer(runtime, (request, response) => answer(routes, request, response));
  await portal.listen(["127.0.0.1"], port);
  return portal;
}

async function answer(routes: readonly Route[], incoming: IncomingMessage, response: ServerResponse) {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
  for (const { path, handlers } of routes) {
    const params = paramsIn(path, url.pathname);
    const handle = handlers[incoming.method as Method];
    if (params !== null && handle)
      return send(
        await handle(await asRequest(url, incoming), { params: Promise.resolve(params) }),
        response,
      );
  }
  response.writeHead(405).end();
}

/** What the brackets of a route's path stand for in an address, or null when it is none of that route. */
function paramsIn(path: string, pathname: string): Record<string, string> | null {
  const pattern = path.replace(/\[(\w+)\]/g, "(?<$1>[^/]+)");
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  return match === null ? null : { ...match.groups };
}

async function asRequest(url: URL, incoming: IncomingMessage): Promise<Request> {
  const { method = "GET", headers } = incoming;
  const body = method === "GET" ? null : new Uint8Array(await buffer(incoming));
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return new Request(url, { method, headers: given, body });
}

async function send(answered: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}
