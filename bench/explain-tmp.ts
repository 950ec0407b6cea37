import { explainEach } from "@/bench/search/explain";
import { parseMapQuery } from "@/lib/listings/map-query";
import { parseSearch } from "@/lib/listings/search";

const url = process.argv[2] ?? "";
const requests = process.argv.slice(3).map((q) => {
  if (q.startsWith("map ")) {
    const p = parseMapQuery(new URLSearchParams(q.slice(4)));
    if (!p.ok) throw new Error(JSON.stringify(p));
    return { kind: "map", query: p.query } as never;
  }
  const p = parseSearch(new URLSearchParams(q));
  if (!p.ok) throw new Error(JSON.stringify(p));
  return { kind: "search", search: p.search } as never;
});
await explainEach({ databaseUrl: url, redisUrl: undefined, postgresLog: "/tmp/pg.log" } as never, requests);
process.exit(0);
