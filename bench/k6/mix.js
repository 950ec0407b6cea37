// The written mix for those who have k6; see docs/load.md. Not run in CI: what is measured there is measured by npm run bench.
import { check } from "k6";
import exec from "k6/execution";
import http from "k6/http";

const ORIGIN = __ENV.ORIGIN || "http://localhost:3000";
const paths = JSON.parse(open(__ENV.URLS || "../../.data/load/urls.json"));
const rate = Number(__ENV.RATE || 200);

if (!/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(ORIGIN))
  throw new Error(`Load is sent to this machine only; ${ORIGIN} is not it.`);

export const options = {
  scenarios: {
    browse: {
      executor: "constant-arrival-rate",
      rate,
      timeUnit: "1s",
      duration: __ENV.DURATION || "60s",
      preAllocatedVUs: 100,
      maxVUs: 1000,
    },
  },
  thresholds: {
    checks: ["rate==1"],
    dropped_iterations: ["count==0"],
    http_req_duration: ["p(50)<=3", "p(99)<=50"],
  },
  summaryTrendStats: ["avg", "p(50)", "p(90)", "p(99)", "p(99.9)", "max"],
};

export default function ask() {
  const path = paths[exec.scenario.iterationInTest % paths.length];
  const answer = http.get(ORIGIN + path, {
    redirects: 0,
    // One series for all: each address would else be one of its own.
    tags: { name: "mix" },
    headers: { "Accept-Encoding": "gzip, deflate, br" },
  });
  check(answer, { "answered 200": ({ status }) => status === 200 });
}
