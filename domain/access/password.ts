import { commonPasswords } from "@/domain/access/common-passwords";

export const password = { shortest: 8, recommended: 15, longest: 256 };

export type PasswordRefusal = "password-too-short" | "password-too-long" | "password-common" | "password-personal";

/**
 * Why a password can't be taken (OWASP ASVS 5.0, 6.2): length counts, composition rules don't.
 * `words` are the person's own, such as their address and name.
 */
export function passwordRefusal(chosen: string, words: readonly string[]): PasswordRefusal | undefined {
  const length = Array.from(chosen).length;
  if (length < password.shortest) return "password-too-short";
  if (length > password.longest) return "password-too-long";
  const plain = chosen.toLowerCase();
  if (commonPasswords.has(plain) || new Set(plain).size < 4) return "password-common";
  const own = words.flatMap((each) => each.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((each) => each.length > 3);
  return own.some((each) => plain === each || plain.replace(/\d+$/, "") === each) ? "password-personal" : undefined;
}
