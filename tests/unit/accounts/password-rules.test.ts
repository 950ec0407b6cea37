import { expect, test } from "vitest";
import { requireGoodPassword } from "@/lib/accounts/password-rules";

const EMAIL = "rosalind.okafor@example.com";
const isGood = (password: string, email = EMAIL) => {
  try {
    requireGoodPassword(password, email);
    return true;
  } catch {
    return false;
  }
};

test("twelve to two hundred characters of any kind are good, counted as people count them", () => {
  for (const password of ["three lemons", "            a b", `${"Ω".repeat(10)}ab`, "🏠🏡🏘🏚🏢🏣🏤🏥🏦🏨🏩🏪"])
    expect(isGood(password), password).toBe(true);
  expect(isGood("elevenchars")).toBe(false);
  expect(isGood("🏠🏡🏘🏚🏢🏣")).toBe(false);
  expect(isGood(`${"abc ".repeat(49)}abcd`)).toBe(true);
  expect(isGood(`${"abc ".repeat(50)}a`)).toBe(false);
});

test("what anybody would try first is refused, however it is written", () => {
  for (const password of [
    "password1234",
    "PassWord1234",
    "ｐａｓｓｗｏｒｄ１２３４",
    "aaaaaaaaaaaa",
    "121212121212",
  ])
    expect(isGood(password), password).toBe(false);
});

test("a password with the name of its address is refused, unless that is too short to say anything", () => {
  expect(isGood("my Rosalind.Okafor word")).toBe(false);
  expect(isGood("my rosalind word")).toBe(true);
  expect(isGood("jo and the lemons", "jo@example.com")).toBe(true);
});
