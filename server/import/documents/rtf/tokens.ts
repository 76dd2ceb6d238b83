/** A piece of an RTF file (Microsoft's specification 1.9.1): a group's border, a control, or bytes of text. */
export type Token =
  | { readonly is: "open" }
  | { readonly is: "close" }
  | { readonly is: "control"; readonly name: string; readonly value: number | undefined }
  | { readonly is: "byte"; readonly byte: number };

const LETTER = /[a-z]/i;

/** Reads an RTF file as tokens; its bytes come as characters from 0 to 255. Line ends are no text. */
export function* tokensOf(source: string): Generator<Token> {
  for (let at = 0; at < source.length; ) {
    const sign = source[at] ?? "";
    if (sign === "{" || sign === "}") {
      at += 1;
      yield { is: sign === "{" ? "open" : "close" };
    } else if (sign === "\r" || sign === "\n" || sign === "\0") at += 1;
    else if (sign !== "\\") {
      at += 1;
      yield { is: "byte", byte: sign.charCodeAt(0) };
    } else {
      const [token, next] = controlAt(source, at + 1);
      at = next;
      if (token.is === "control" && token.name === "bin") at += Math.max(0, token.value ?? 0);
      else yield token;
    }
  }
}

/** What stands after a backslash: a word with a number, a hexadecimal byte, or one sign. */
function controlAt(source: string, at: number): [Token, number] {
  const sign = source[at] ?? "";
  if (sign === "'") {
    const byte = Number.parseInt(source.slice(at + 1, at + 3), 16);
    return [Number.isNaN(byte) ? { is: "control", name: "", value: undefined } : { is: "byte", byte }, at + 3];
  }
  if (!LETTER.test(sign)) {
    if ("\\{}".includes(sign)) return [{ is: "byte", byte: sign.charCodeAt(0) }, at + 1];
    return [{ is: "control", name: sign === "\r" || sign === "\n" ? "par" : sign, value: undefined }, at + 1];
  }
  let end = at;
  while (end - at < 32 && LETTER.test(source[end] ?? "")) end += 1;
  const name = source.slice(at, end);
  const [digits = ""] = /^-?\d{1,10}/.exec(source.slice(end, end + 11)) ?? [];
  end += digits.length;
  if (source[end] === " ") end += 1;
  return [{ is: "control", name, value: digits === "" ? undefined : Number(digits) }, end];
}
