import { describe, expect, test } from "vitest";
import { addressIn, tokenIn } from "@/cli/account";
import { problemEnds, wordsOfProblem } from "@/cli/api";
import type { Command } from "@/cli/command";
import { commandIn, commands } from "@/cli/commands";
import { nameIn } from "@/cli/download";
import { Ended, exits } from "@/cli/exits";
import { givenTo } from "@/cli/given";
import { helpOf, helpOfAll } from "@/cli/help";
import { opIdFrom } from "@/cli/journal";
import { isOfApi } from "@/cli/main";
import { mappedBy, pairsIn } from "@/cli/mapping";
import { plain, sizeOf, tableOf } from "@/cli/table";
import { barOf } from "@/cli/terminal";
import { OpId } from "@/domain/ids";
import type { ImportCheck } from "@/domain/import/annotated";

/** The sentence and exit code that something ends the command with. */
function ending(work: () => unknown): { exit: number; says: string } | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Ended) return { exit: error.exit, says: error.message };
    throw error;
  }
}

const command: Command = {
  name: "try",
  words: "FILE…",
  takes: { least: 1, most: 2 },
  says: "tries",
  options: { limit: { says: "so many", value: "NUMBER", short: "n" }, force: { says: "yes" } },
  examples: [{ line: "glossator try x", says: "once" }],
  run: async () => exits.done,
};

test("words and options are read as they were given", () => {
  const given = givenTo(command, ["a", "--limit=3", "b", "--force"]);
  expect([given.words, given.whole("limit", 1), given.flag("force"), given.flag("quiet")]).toEqual([
    ["a", "b"],
    3,
    true,
    false,
  ]);
});

test.each([
  { args: [], says: "Something is missing" },
  { args: ["a", "b", "c"], says: "“c” is too much" },
  { args: ["a", "--lmit", "3"], says: "--lmit" },
  { args: ["a", "--limit"], says: "--limit" },
])("$args is written wrongly", ({ args, says }) => {
  expect(ending(() => givenTo(command, args))).toEqual({ exit: exits.wrong, says: expect.stringContaining(says) });
});

test.each(["0", "-1", "1.5", "many", "9999999999"])("%s is no number of rows", (said) => {
  const given = givenTo(command, ["a", `--limit=${said}`]);
  expect(ending(() => given.whole("limit", 1))?.exit).toBe(exits.wrong);
});

test("help is answered whatever else is missing", () => {
  expect(givenTo(command, ["--help"]).flag("help")).toBe(true);
});

test.each([
  ["https://glossator.example.org/", "https://glossator.example.org"],
  ["http://localhost:3000", "http://localhost:3000"],
  ["https://example.org/desk//", "https://example.org/desk"],
])("%s is kept as %s", (said, kept) => {
  expect(addressIn(said)).toBe(kept);
});

test.each(["glossator", "ftp://example.org", "https://me:secret@example.org", ""])("%s is no address", (said) => {
  expect(ending(() => addressIn(said))?.exit).toBe(exits.wrong);
});

test("what is no token is not repeated", () => {
  const ended = ending(() => tokenIn("glo_almost-a-secret"));
  expect(ended?.exit).toBe(exits.wrong);
  expect(ended?.says).not.toContain("almost");
});

test.each([
  { problem: { kind: "signed-out", title: "Sign in", status: 401 }, exit: exits.refused, says: "glossator login" },
  {
    problem: { kind: "forbidden", title: "No", status: 403, detail: "Editors do this." },
    exit: exits.refused,
    says: "Editors do this.",
  },
  { problem: { kind: "not-found", title: "Not found", status: 404 }, exit: exits.failed, says: "Not found" },
  { problem: { kind: "broken", title: "", status: 200 }, exit: exits.failed, says: "Is the address right?" },
  { problem: { kind: "unreachable", title: "" }, exit: exits.failed, says: "does not answer" },
])("$problem.kind ends a command with $exit", ({ problem, exit, says }) => {
  const ended = problemEnds("http://localhost:3000", problem);
  expect([ended.exit, ended.message]).toEqual([exit, expect.stringContaining(says)]);
});

test("a problem is said with its fields and the request's id", () => {
  const problem = {
    kind: "invalid",
    title: "Not valid",
    detail: "Nothing was saved.",
    errors: [{ field: "from", reason: "A day." }],
    requestId: "r1",
  };
  expect(wordsOfProblem(problem)).toBe("Not valid\nNothing was saved.\n  from: A day.\n(request r1)");
});

test.each([
  ["attachment; filename=\"a.csv\"; filename*=UTF-8''H%C3%A4ma.csv", "Häma.csv"],
  ["attachment; filename=\"x\"; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd"],
  ['attachment; filename="../.bashrc"', "_.bashrc"],
  ["attachment; filename*=UTF-8''%zz", "download"],
  ["", "download"],
])("the name in %s is %s: no folder, nothing hidden", (disposition, name) => {
  expect(nameIn(disposition)).toBe(name);
});

test("an operation id follows from what is sent", () => {
  expect(opIdFrom("a", "b")).toBe(opIdFrom("a", "b"));
  expect(opIdFrom("a", "b")).not.toBe(opIdFrom("ab", ""));
  expect(OpId.safeParse(opIdFrom("a", "b")).success).toBe(true);
});

test("what could steer a terminal is shown as a dot", () => {
  expect(plain("a\u001b[2Jb\u202ec")).toBe("a·[2Jb·c");
});

test("a table has columns as wide as what stands in them, in wide letters too", () => {
  expect(
    tableOf(
      ["A", "B"],
      [
        ["日本", "x"],
        ["e\u0301", "y"],
      ],
    ),
  ).toBe("A     B\n日本  x\ne\u0301     y");
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1.0 kB"],
  [1_234_567, "1.2 MB"],
  [5e12, "5000.0 GB"],
])("%d bytes are %s", (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words);
});

test.each([
  [{ done: 0, total: 10, columns: 80 }, "Sending [........................] 0 %"],
  [{ done: 5, total: 10, words: "5 of 10", columns: 80 }, "Sending [############............] 50 %  5 of 10"],
  [{ done: 7, columns: 80, words: "7 reports" }, "Sending  7 reports"],
  [{ done: 5, total: 0, columns: 20 }, "Sending"],
  [{ done: 1, total: 2, columns: 12 }, "Sending [##"],
])("progress of %o is one line no wider than the screen", (state, line) => {
  expect(barOf("Sending", state)).toBe(line);
});

describe("mapping labels", () => {
  const check = {
    asks: [
      { name: "unit", answers: ["code point", "byte"], answer: "code point" },
      { name: "column:Words", answers: ["", "quote"], answer: "quote" },
    ],
    labels: [
      { label: "PER", count: 2, attributes: [], suggested: "source" as const },
      { label: "X", count: 1, attributes: [] },
    ],
    links: [{ label: "r", count: 1 }],
    authors: [{ name: "ann", count: 3, suggested: null }],
  } as unknown as ImportCheck;
  const given = (...args: string[]) =>
    givenTo(
      {
        ...command,
        options: {
          label: { says: "", value: "L", many: true },
          link: { says: "", value: "L", many: true },
          author: { says: "", value: "L", many: true },
          answer: { says: "", value: "L", many: true },
          as: { says: "", value: "A" },
          duplicates: { says: "", value: "A" },
          damaged: { says: "" },
        },
      },
      ["f", ...args],
    );

  test.each([
    { args: [], labels: { PER: "source", X: null } },
    { args: ["--label", "X=claim"], labels: { PER: "source", X: "claim" } },
    { args: ["--label", "PER="], labels: { PER: null, X: null } },
  ])("$args", ({ args, labels }) => {
    expect(mappedBy(given(...args), check)).toMatchObject({ labels, links: { r: null }, authors: { ann: null } });
  });

  test("answers are what the check took, and what was said", () => {
    const { answers } = mappedBy(given("--answer", "unit=byte"), check);
    expect(answers).toEqual({ unit: "byte", "column:Words": "quote" });
  });

  test("a name may have an equals sign in it", () => {
    expect([...pairsIn("label", ["a=b=claim"])]).toEqual([["a=b", "claim"]]);
  });
});

describe("the help", () => {
  test("names every command once, and every exit code", () => {
    const help = helpOfAll([{ name: "psql", says: "opens psql" }]);
    for (const { name } of commands) expect(help).toContain(`  ${name} `);
    for (const code of Object.values(exits)) expect(help).toContain(`\n  ${code}  `);
  });

  test.each(commands.map((each) => [each.name, each] as const))(
    "%s has examples that its own command understands",
    async (_, each) => {
      const help = await helpOf(each);
      for (const { line } of each.examples) {
        expect(help).toContain(line);
        const words = (line.split(/ && | \| | > /).find((part) => part.startsWith("glossator ")) ?? "")
          .slice("glossator ".length)
          .match(/"[^"]*"|“[^”]*”|\S+/g)
          ?.map((word) => word.replaceAll(/^["“]|["”]$/g, ""));
        const found = commandIn(words ?? []);
        if (line.includes("ratings.json")) continue;
        expect(found?.command.name).toBe(each.name);
        expect(ending(() => givenTo(each, found?.args ?? []))).toBeUndefined();
      }
    },
  );

  test.each([
    [[], true],
    [["help", "export"], true],
    [["release", "make"], true],
    [["release", "verify"], false],
    [["psql"], false],
  ])("%o is of the API: %s", (words, is) => {
    expect(isOfApi(words)).toBe(is);
  });
});
