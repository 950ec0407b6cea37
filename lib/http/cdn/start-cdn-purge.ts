import { CdnPurge } from "@/lib/http/cdn/cdn-purge";
import { purgeSender } from "@/lib/http/cdn/send-purge";
import { cacheHost } from "@/lib/platform/cache-host";
import type { Runtime } from "@/lib/platform/runtime";

/**
 * Tells the CDN of CDN_PURGE_URL, where there is one, what this process learns from the journal; answers how to stop. Called before the
 * journal is first read, so that nothing is missed. A CDN that does not answer is logged once, and no reason to be not ready.
 */
export function startCdnPurge({ env, logger, metrics, observe }: Runtime): () => void {
  if (env.CDN_PURGE_URL === undefined) return () => {};
  let isAway = false;
  const purge = new CdnPurge({
    send: purgeSender(env.CDN_PURGE_URL, env.CDN_PURGE_TOKEN),
    host: cacheHost,
    observe(error) {
      metrics.purged(error === null);
      if (error !== null && !isAway)
        logger.warn({ err: error }, "the CDN takes no purges; it shows what it keeps, and is asked again");
      if (error === null && isAway) logger.info("the CDN takes purges again");
      isAway = error !== null;
    },
  });
  metrics.watchPurges(() => purge.behindMs);
  const stopHearing = observe((event) => purge.hear(event));
  return () => {
    stopHearing();
    purge.close();
  };
}
