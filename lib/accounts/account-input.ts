import { z } from "zod";
import { Email, HAS_ITS_AGENCY, hasItsAgency, PersonName, POSITION, Position } from "@/lib/accounts/account";

const LENGTH_MAX = 1_000;

/** Any text: whether it is the right one is not a matter of form. */
const Password = z
  .string("The password.")
  .min(1, "The password.")
  .max(LENGTH_MAX, `At most ${LENGTH_MAX} characters.`);
const Token = z.string("The token of the link.").regex(/^[\w-]{43}$/, "The whole token of the link.");
const Code = z.string("The code of six digits.").min(1, "The code of six digits.").max(20, "Six digits.");

/** What is no address is nobody's: the answer is the same as for one that has no account. */
export const SignInInput = z.strictObject({
  email: z.string("The e-mail address.").trim().toLowerCase().max(254, "At most 254 characters."),
  password: Password,
});

export const CodeInput = z.union(
  [z.strictObject({ code: Code }), z.strictObject({ recoveryCode: z.string().min(1).max(40) })],
  "Either code or recoveryCode.",
);

export const FirstCodeInput = z.strictObject({ code: Code });

export const OwnPasswordInput = z.strictObject({ password: Password });

export const PasswordChangeInput = z.strictObject({ current: Password, password: Password });

export const LinkInput = z.strictObject({ token: Token });

export const AcceptanceInput = z.strictObject({ token: Token, name: PersonName, password: Password });

export const ResetInput = z.strictObject({ token: Token, password: Password });

export const InvitationInput = z
  .strictObject({
    email: Email,
    name: z.union([z.literal(""), PersonName], "A name.").default(""),
    ...POSITION,
  })
  .refine(hasItsAgency, HAS_ITS_AGENCY);

export const AccountChange = z.union(
  [z.strictObject({ isActive: z.boolean() }), Position],
  "Either isActive, or role with agency.",
);

export const ResetLinkInput = z.strictObject({
  removesSecondFactor: z.boolean("true or false.").default(false),
});
