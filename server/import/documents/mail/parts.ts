import { Unreadable } from "../extracted";

/** A part of a MIME message that has no parts of its own. */
export interface Part {
  readonly type: string;
  /** Parameters of its type, such as its charset, by their names in small letters. */
  readonly about: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  /** Its bytes as they were before they were written for sending. */
  readonly body: () => Uint8Array;
}

const DEEPEST = 30;
const MOST = 5000;

/** The headers of a message and all its parts in their order (RFC 2045, 2046). */
export function partsOf(bytes: Uint8Array): { top: Part; parts: Part[] } {
  const parts: Part[] = [];
  const walk = (message: string, depth: number): Part => {
    if (depth > DEEPEST) throw new Unreadable(`The page has more than ${DEEPEST} parts inside one another.`);
    const { headers, rest } = divided(message);
    const { value: type, about } = typed(headers.get("content-type") ?? "text/plain");
    const part: Part = { type, about, headers, body: () => decoded(rest, headers.get("content-transfer-encoding")) };
    const boundary = type.startsWith("multipart/") ? about.get("boundary") : undefined;
    if (!boundary) {
      parts.push(part);
      if (parts.length > MOST) throw new Unreadable(`The page has more than ${MOST} parts.`);
    } else for (const inner of between(rest, boundary)) walk(inner, depth + 1);
    return part;
  };
  return { top: walk(Buffer.from(bytes).toString("latin1"), 0), parts };
}

/** The headers by their names in small letters, the first of each name, and what follows the empty line. */
function divided(message: string): { headers: Map<string, string>; rest: string } {
  const end = /\r?\n\r?\n/.exec(message);
  const head = message.slice(0, end?.index ?? message.length);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const [, name = "", value = ""] = /^([\w-]{1,100})\s*:\s*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== "" && !headers.has(key)) headers.set(key, value.trim());
  }
  return { headers, rest: end ? message.slice(end.index + end[0].length) : "" };
}

/** A header's value and the parameters after it. */
function typed(header: string): { value: string; about: Map<string, string> } {
  const about = new Map<string, string>();
  for (const [, name = "", quoted, plain] of header.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s;]*))/g))
    about.set(name.toLowerCase(), quoted ?? plain ?? "");
  return { value: (header.split(";")[0] ?? "").trim().toLowerCase(), about };
}

/** What stands between the lines of a boundary. Where the last one is missing, the end of the file is too. */
function between(text: string, boundary: string): string[] {
  const parts: string[] = [];
  const line = `--${boundary}`;
  let start: number | undefined;
  for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length)) {
    const after = text.slice(at + line.length, at + line.length + 200);
    const [ends] = /^(?:--)?[ \t]*(?:\r?\n|$)/.exec(after) ?? [];
    if (ends === undefined || (at > 0 && text[at - 1] !== "\n")) continue;
    if (start !== undefined) parts.push(text.slice(start, at).replace(/\r?\n$/, ""));
    if (after.startsWith("--")) return parts;
    start = at + line.length + ends.length;
  }
  throw new Unreadable("The page was cut off: its last part has no end. Save it anew and import it again.");
}

function decoded(text: string, encoding = ""): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(text, "base64");
    case "quoted-printable":
      return Buffer.from(
        text
          .replace(/=[ \t]*(?:\r?\n|$)/g, "")
          .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      );
    default:
      return Buffer.from(text, "latin1");
  }
}
