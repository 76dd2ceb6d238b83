import { expect, test } from "vitest";
import { type FileLine, linesIn, longestLine } from "./file-lines";

const bytes = (text: string) => new TextEncoder().encode(text);

async function read(...pieces: Uint8Array[]): Promise<FileLine[]> {
  async function* all() {
    yield* pieces;
  }
  const lines: FileLine[] = [];
  for await (const line of linesIn(all())) lines.push(line);
  return lines;
}

const plain = (...texts: string[]) => texts.map((text, at) => ({ number: at + 1, text }));

test.each([
  ["ended by LF", "a\nb\n", plain("a", "b")],
  ["ended by CRLF", "a\r\nb\r\n", plain("a", "b")],
  ["with no end to the last", "a\nb", plain("a", "b")],
  ["with a byte order mark", "\uFEFFa\nb\n", plain("a", "b")],
  ["with empty ones, which are counted", "a\n\nb\n", plain("a", "", "b")],
  ["of an empty file", "", []],
])("lines %s are read", async (_, text, lines) => {
  expect(await read(bytes(text))).toEqual(lines);
  expect(await read(...[...bytes(text)].map((byte) => Uint8Array.of(byte)))).toEqual(lines);
});

test("a character that is cut between two pieces stays whole", async () => {
  const all = bytes("حماة\nКиїв\n");
  for (let at = 0; at <= all.length; at += 1)
    expect(await read(all.subarray(0, at), all.subarray(at))).toEqual(plain("حماة", "Київ"));
});

test("a huge line is passed over wherever it is cut, and those around it are read", async () => {
  const piece = bytes("x".repeat(longestLine - 1));
  const lines = await read(bytes("a\n"), ...Array<Uint8Array>(20).fill(piece), bytes("\nb\n"));
  expect(lines.map(({ number, broken }) => [number, broken])).toEqual([
    [1, undefined],
    [2, `It is longer than ${longestLine} characters.`],
    [3, undefined],
  ]);
  expect(lines[1]?.text).toHaveLength(1000);
  expect((await read(bytes(`${"x".repeat(longestLine)}\n`)))[0]).not.toHaveProperty("broken");
});

test("what is not written in UTF-8 is said to be broken, alone", async () => {
  const lines = await read(Uint8Array.of(0xe9, 10), bytes("b\n"), Uint8Array.of(0, 10));
  expect(lines.map(({ broken }) => broken)).toEqual([
    "It is not written in UTF-8.",
    undefined,
    "It is not written in UTF-8.",
  ]);
});
