const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The URL, if it is on this machine; throws for any other, because load is not to be sent to what belongs to somebody else. */
export function requireLoopback(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "http:" || !LOOPBACK.has(parsed.hostname))
    throw new Error(
      `Load is sent to this machine only, over http to localhost, 127.0.0.1 or [::1]; ${url} is not that.`,
    );
  return url;
}
