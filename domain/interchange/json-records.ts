import { linesOf, longestLine } from "@/domain/interchange/lines";
import { BrokenFile, type SentFile, type SetAside } from "@/domain/interchange/reader";

/** One record of a file, as its text and as what it says; `line` is where it begins. */
export type JsonRecord = { line: number; text: string; json: unknown };
type ReadRecord = { is: "record"; record: JsonRecord } | { is: "set-aside"; aside: SetAside };

/** UTF-16 units of a record that are kept of it when it is set aside. */
const kept = 2000;

export const excerpt = (text: string) => (text.length > kept ? text.slice(0, kept) : text);

/**
 * The records of a file: of one JSON array, whose items are read one by one, or of JSON Lines. `within` finds the array
 * in a file that is an object; its match ends with the opening bracket. A record that is no JSON is set aside; a file that
 * ends inside one is broken.
 */
export async function* jsonRecordsOf(file: SentFile, within?: RegExp): AsyncGenerator<ReadRecord> {
  const array = (await beginsWithArray(file)) ? /^\s*\[/ : within && (await arrayIn(file, within));
  const raws = array ? itemsOf(file, array) : linesOf(file);
  for await (const { line, text } of raws) {
    if (text.trim() === "") continue;
    const json = parsed(text);
    if (json === undefined) {
      const trouble = { is: "syntax", expected: "JSON" } as const;
      yield { is: "set-aside", aside: { spot: { file: file.name, line }, trouble, record: excerpt(text) } };
    } else yield { is: "record", record: { line, text, json } };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How far into a file the array may begin, in UTF-16 units. */
const furthest = 256 * 1024;

async function beginsWithArray(file: SentFile): Promise<boolean> {
  let blank = 0;
  for await (const piece of file.text()) {
    const first = /\S/.exec(piece);
    if (first) return first[0] === "[";
    blank += piece.length;
    if (blank > furthest) break;
  }
  return false;
}

async function arrayIn(file: SentFile, within: RegExp): Promise<RegExp | undefined> {
  let head = "";
  for await (const piece of file.text()) {
    head += piece;
    if (within.test(head)) return within;
    if (head.length > furthest) break;
  }
  return undefined;
}

/** Where a scanner of an array stands: how many brackets are open in it, and whether it is over. */
type Place = { depth: number; line: number; from: number; inText: boolean; escaped: boolean; ended: boolean };

/** The items of an array, cut out without being read. Throws `BrokenFile` where it ends early. */
async function* itemsOf(file: SentFile, array: RegExp): AsyncGenerator<{ line: number; text: string }> {
  const place: Place = { depth: 0, line: 1, from: 1, inText: false, escaped: false, ended: false };
  let head: string | undefined = "";
  let item = "";
  for await (const sent of file.text()) {
    let piece = sent;
    if (head !== undefined) {
      head += piece;
      const begins = array.exec(head);
      if (!begins) continue;
      const before = begins.index + begins[0].length;
      place.line += head.slice(0, before).split("\n").length - 1;
      place.from = place.line;
      piece = head.slice(before);
      head = undefined;
    }
    let begins = 0;
    for (let at = 0; at < piece.length && !place.ended; at += 1) {
      if (!endsItem(place, piece.charCodeAt(at))) continue;
      yield { line: place.from, text: item + piece.slice(begins, at) };
      item = "";
      begins = at + 1;
      place.from = place.line;
    }
    if (!place.ended) item += piece.slice(begins);
    if (item.length > longestLine) throw new BrokenFile("line-too-long", { file: file.name, line: place.from });
  }
  if (!place.ended) throw new BrokenFile("cut-off", { file: file.name, line: place.line });
}

const code = { quote: 34, comma: 44, backslash: 92, lineFeed: 10 } as const;
const isOpening = (letter: number) => letter === 91 || letter === 123;
const isClosing = (letter: number) => letter === 93 || letter === 125;

function endsItem(place: Place, letter: number): boolean {
  if (letter === code.lineFeed) place.line += 1;
  if (place.inText) {
    if (place.escaped) place.escaped = false;
    else if (letter === code.backslash) place.escaped = true;
    else if (letter === code.quote) place.inText = false;
    return false;
  }
  if (letter === code.comma) return place.depth === 0;
  if (letter === code.quote) place.inText = true;
  else if (isOpening(letter)) place.depth += 1;
  else if (isClosing(letter)) {
    place.depth -= 1;
    place.ended = place.depth < 0;
  }
  return place.ended;
}
