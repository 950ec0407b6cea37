import { expect, test } from "vitest";
import { browserName } from "@/app/console/account/_sessions/browser-name";

test("a browser is named as its owner knows it, whatever else it calls itself", () => {
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const named = {
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`]:
      "Chrome on Windows",
    [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`]: "Edge on Windows",
    [`Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`]:
      "Samsung Internet on Android",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox on Linux",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1":
      "Safari on iPhone",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15":
      "Safari on Mac",
    "curl/8.5.0": "Another program",
    "": "Another program",
  };
  for (const [userAgent, name] of Object.entries(named)) expect(browserName(userAgent)).toBe(name);
});
