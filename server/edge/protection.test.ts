import { expect, test } from "vitest";
import { protection } from "@/server/edge/protection";

const plain = protection({ nonce: "abc", secure: false });

test("Scripts run only with the nonce, and nothing is evaluated", () => {
  expect(plain["content-security-policy"]).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(plain["content-security-policy"]).not.toContain("unsafe-eval");
});

test("Style elements need the nonce; only style attributes go without", () => {
  const styles = plain["content-security-policy"]?.split("; ").filter((rule) => rule.includes("unsafe-inline"));
  expect(styles).toEqual(["style-src-attr 'unsafe-inline'"]);
});

test("A browser is bound to TLS only where the public address has it", () => {
  expect(plain["strict-transport-security"]).toBeUndefined();
  expect(protection({ nonce: "abc", secure: true })["strict-transport-security"]).toContain("max-age");
});
