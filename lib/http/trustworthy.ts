/**
 * Whether browsers take an origin for trustworthy (W3C Secure Contexts): by https anywhere, by http on this machine alone. To others they
 * send no Sec-Fetch headers, and their cookies can be read on the way.
 */
export function isTrustworthy(origin: string): boolean {
  return isHttps(origin) || isLoopback(origin);
}

export function isHttps(origin: string): boolean {
  return origin.startsWith("https://");
}

function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname) || /^(.+\.)?localhost$/.test(hostname);
}
