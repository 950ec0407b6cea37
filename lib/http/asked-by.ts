import { type RequestSource, runtime } from "@/lib/platform/runtime";

/** Who asks: as the server in front found out, else (where there is none) this machine, at the address of the request. */
export function askedBy(request: Request): RequestSource {
  return (
    runtime().request.getStore()?.source ?? { address: "127.0.0.1", origin: new URL(request.url).origin }
  );
}
