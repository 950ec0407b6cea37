import { AppError } from "@/lib/errors";
import { handler } from "@/lib/http/handler";

const answerMissing = handler(async (request) => {
  const { pathname } = new URL(request.url);
  throw new AppError(
    "not_found",
    `There is nothing at ${pathname.slice(0, 100)}; there are /api/listings, /api/listings/:id and /api/localities.`,
  );
});

export {
  answerMissing as GET,
  answerMissing as POST,
  answerMissing as PUT,
  answerMissing as PATCH,
  answerMissing as DELETE,
};
