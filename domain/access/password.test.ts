import { expect, test } from "vitest";
import { passwordRefusal } from "@/domain/access/password";

const own = ["rana.haddad@example.org", "Rana Haddad"];

test.each([
  { chosen: "short", refusal: "password-too-short" },
  { chosen: "كلمةسر", refusal: "password-too-short" },
  { chosen: "Password123", refusal: "password-common" },
  { chosen: "aaaaaaaaaaaaaaa", refusal: "password-common" },
  { chosen: "haddad1999", refusal: undefined },
  { chosen: "a few plain words together", refusal: undefined },
  { chosen: "كلمة سر طويلة جدا", refusal: undefined },
  { chosen: `${"x".repeat(200)}yz1`, refusal: undefined },
  { chosen: "abcd".repeat(65), refusal: "password-too-long" },
])("$chosen: $refusal", ({ chosen, refusal }) => {
  expect(passwordRefusal(chosen, ["x@y.org"])).toBe(refusal);
});

test("one's own name with digits after it is guessed first", () => {
  expect(passwordRefusal("haddad1999", own)).toBe("password-personal");
  expect(passwordRefusal("haddad and the long night", own)).toBeUndefined();
});
