import { readEnv } from "@/lib/env";
import { answerRenders } from "@/lib/http/renders/answer-renders";
import { ListingId } from "@/lib/listings/listing";
import { getListing } from "@/lib/listings/queries";
import { createRuntime } from "@/lib/platform/create-runtime";

// As render-worker.ts, with pages of its own instead of Next's: /ID is the headline of a listing, /broken fails, /never takes for ever.
process.on("disconnect", () => process.exit(0));
const runtime = createRuntime(readEnv());
const say = (message: unknown) => void process.send?.(message, undefined, undefined, () => {});
process.on(
  "message",
  answerRenders(
    runtime,
    async (request, response) => {
      const name = request.url?.slice(1);
      if (name === "never") return;
      if (name === "broken") response.statusCode = 500;
      const listing = name === "broken" ? null : await getListing(ListingId.parse(name));
      response.setHeader("Content-Type", "text/plain");
      response.end(listing?.headline);
    },
    say,
  ),
);
runtime.follow();
await runtime.tail.catchUp();
say({ kind: "ready" });
