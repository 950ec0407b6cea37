/** An answer for one person, which nothing keeps; with `cookie`, one that their browser does. */
export function answerPrivately(
  body: unknown,
  { status = 200, cookie }: { readonly status?: number; readonly cookie?: string } = {},
): Response {
  return Response.json(body, { status, headers: headersWith(cookie) });
}

/** As answerPrivately, where there is nothing to say. */
export function doneWith({ cookie }: { readonly cookie?: string } = {}): Response {
  return new Response(null, { status: 204, headers: headersWith(cookie) });
}

function headersWith(cookie: string | undefined): HeadersInit {
  const unstored = { "Cache-Control": "no-store" };
  return cookie === undefined ? unstored : { ...unstored, "Set-Cookie": cookie };
}
