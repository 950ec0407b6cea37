import { readEnv } from "@/lib/env";
import { createPortalServer } from "@/lib/http/portal-server";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";

// A process of its own, started by tests: answers /ID with the listing as JSON, read through its own cache. It reads the journal only
// when it has to: within the trust limit it may answer with what it had.
const env = readEnv();
const runtime = createRuntime(env);
const portal = createPortalServer(runtime, async (request, response) => {
  const listing = await getListing(ListingId.parse(request.url?.slice(1)));
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(listing));
});
await portal.listen(["127.0.0.1"], env.PORT);
process.send?.("listening");
