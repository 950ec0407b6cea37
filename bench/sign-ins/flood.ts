import { z } from "zod";

// Who signs in, many at once, on a machine of their own: a process that is told when to begin, and answers with the statuses.
const FLOOD = z.object({ origin: z.url(), attempts: z.number(), round: z.number() });

process.on("message", async (message) => {
  const { origin, attempts, round } = FLOOD.parse(message);
  process.send?.(
    await Promise.all(Array.from({ length: attempts }, (_, n) => signIn(origin, `${round}-${n}`))),
  );
});

/** Each with another account, so that what is asked of the portal is not soon refused by its throttle alone. */
async function signIn(origin: string, name: string): Promise<number> {
  const answer = await fetch(`${origin}/api/account/session`, {
    method: "POST",
    headers: { origin, "sec-fetch-site": "same-origin", "content-type": "application/json" },
    body: JSON.stringify({ email: `nobody-${name}@example.com`, password: "wrong password, long" }),
  });
  await answer.arrayBuffer();
  return answer.status;
}
