import { AppError } from "@/lib/errors";

const LENGTH_MIN = 12;
const LENGTH_MAX = 200;
/** A shorter name than this may be part of anything. */
const NAME_MIN = 4;

/** What people choose first where twelve characters are asked for; a longer list would be one to download and keep. */
const COMMON: ReadonlySet<string> = new Set([
  ...["123456789012", "1234567890123", "123456789123", "012345678901", "111111111111", "000000000000"],
  ...[
    "1234567890qwerty",
    "123456qwerty",
    "qwerty123456",
    "qwertyuiop123",
    "qwertyuiop[]",
    "qwertyuiopasdfghjkl",
  ],
  ...["1q2w3e4r5t6y", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "zaq12wsxcde3", "asdfghjkl123", "zxcvbnm12345"],
  ...["password1234", "password12345", "password123456", "passwordpassword", "mypassword123", "password123!"],
  ...["p@ssw0rd1234", "p@ssword1234", "passw0rd1234", "administrator", "administrator1", "adminadmin123"],
  ...["admin1234567", "changeme1234", "changemeplease", "letmein12345", "letmeinplease", "welcome12345"],
  ...[
    "welcome123456",
    "iloveyou1234",
    "iloveyouforever",
    "iloveyousomuch",
    "trustno1trustno1",
    "abc123abc123",
  ],
  ...["abcdefghijkl", "abcdefghijklm", "abcd1234abcd", "q1w2e3r4t5y6", "football1234", "princess1234"],
  ...["verandah1234", "verandahverandah", "realestate123", "realestate1234", "correcthorsebatterystaple"],
]);

/** One form for what one keyboard or another makes of the same text. */
export function normalPassword(password: string): string {
  return password.normalize("NFKC");
}

/** AppError bad_request that says why, where a password is too easy to guess: too short, too common, or like the address it is for. */
export function requireGoodPassword(password: string, email: string): void {
  const reason = flawOfPassword(password, email);
  if (reason === null) return;
  throw new AppError("bad_request", reason, { issues: [{ field: "password", reason }] });
}

/** Why a password is too easy to guess, in words for its owner, or null. */
export function flawOfPassword(given: string, email: string): string | null {
  const password = normalPassword(given);
  const length = [...password].length;
  if (length < LENGTH_MIN)
    return `A password has ${LENGTH_MIN} characters or more; a few words in a row are easy to remember.`;
  if (length > LENGTH_MAX) return `A password has ${LENGTH_MAX} characters at most.`;
  const folded = password.toLowerCase();
  if (COMMON.has(folded) || new Set(folded).size < 3)
    return "This password is one of the first that anybody would try; choose another.";
  const [name = ""] = email.toLowerCase().split("@");
  if (name.length >= NAME_MIN && folded.includes(name))
    return "A password must not contain the name of the e-mail address; choose another.";
  return null;
}
