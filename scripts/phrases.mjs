import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { root } from "./root.mjs";
import { flatten } from "./words.mjs";

/** Phrases that are no longer used in text for people, each with what to write instead. */

/** @typedef {{ phrase: RegExp, better: string, onlyIn?: "screen" }} Retired `onlyIn`: documents may use the phrase */
/** @typedef {{ where: string, text: string, kind: "screen" | "document" }} Passage */

/** @type {readonly Retired[]} */
export const retired = [
  { phrase: /\bwhat to do\b(?! next)/i, better: "Actions", onlyIn: "screen" },
  { phrase: /^kept\.|\b(plans?|changes) (is|are) kept\./i, better: "saved" },
  {
    phrase: /\bkeep the (changes|plan|corrections)\b|\bway of reviewing\b/i,
    better: "Save changes, Save plan, Save review settings",
  },
  { phrase: /\bfind your way\b/i, better: "Navigation" },
  { phrase: /\blet(s|ting)? (it )?go\b/i, better: "clear, close or discard" },
  {
    phrase: /\b(tag|group|paragraph|report|card) before$|\b(group|tag|report) before of\b/i,
    better: "Previous tag, Previous group",
    onlyIn: "screen",
  },
  { phrase: /\bone word more\b|\ba (sentence|paragraph) more\b/i, better: "Extend by one word" },
  {
    phrase: /\b(shut|shuts|shutting) (out|them out|somebody out)\b|\blet in again\b/i,
    better: "deactivate, reactivate",
  },
  { phrase: /\bserver is away\b|\bdatabase is away\b/i, better: "Can’t reach the server" },
  { phrase: /\blooks? again every\b|\bthis page looks again\b/i, better: "Retrying automatically" },
  { phrase: /\bleaves? the house\b|\bdoes not leave\b|\bthat leaves in an export\b/i, better: "be exported" },
  { phrase: /\bnine of ten\b/i, better: "90th percentile" },
  { phrase: /\bby maker\b|\bits maker\b/i, better: "By author or engine, its author" },
  { phrase: /\b(tell|told) (people )?apart\b(?! from)/i, better: "Show individuals", onlyIn: "screen" },
  { phrase: /\bsaid alike\b|\bsay alike\b/i, better: "agree on" },
  { phrase: /\bwhat (they|it) comes? to\b/i, better: "Comparison result" },
  { phrase: /\bwhy does it go\b|\bgoes? with it\b/i, better: "Why reject it?, is deleted with it" },
  { phrase: /\bwould rather have\b/i, better: "Suggested change" },
  { phrase: /^take it$|^take theirs$/i, better: "Apply suggestion, Use theirs", onlyIn: "screen" },
  { phrase: /\btook .{0,80} off you\b/i, better: "unassigned … from you" },
  { phrase: /\btake (this|the) report up\b|\bpicks? up a report\b|\bpick a report up\b/i, better: "Start this report" },
  { phrase: /\bit is yours again\b/i, better: "Submission withdrawn" },
  { phrase: /\bput the note away\b/i, better: "Dismiss" },
  { phrase: /\bbeside the gold\b/i, better: "Compare with gold" },
  { phrase: /\bmine against final\b/i, better: "My tags vs. final" },
  { phrase: /\b(analysts|people) a report\b/i, better: "Analysts per report" },
  { phrase: /\bprecise to\b|\bknown how\b/i, better: "Precision, Basis" },
  { phrase: /^its words$/i, better: "As written" },
  { phrase: /\bhow you are called\b/i, better: "your name" },
  { phrase: /\bI have kept it\b/i, better: "I’ve copied it" },
  { phrase: /\ba look costs\b|\bthat may be right\b/i, better: "This may be fine; please check" },
  { phrase: /\bnot to be located\b/i, better: "cannot be located" },
  { phrase: /\bthe thing is gone\b|\bthere is nothing here$/i, better: "Page not found" },
  { phrase: /\bread along\b/i, better: "read-only access" },
  { phrase: /\blives in outlet\b/i, better: "Outlet" },
  { phrase: /\bhand(s|ed|ing)? (\w+ ){0,4}in\b(?! hand)|\bhand-?in\b/i, better: "submit" },
  { phrase: /\bunseen\b/i, better: "without review", onlyIn: "screen" },
  { phrase: /\burgency\b/i, better: "priority" },
  { phrase: /\bdiscussions?\b/i, better: "thread, or comments", onlyIn: "screen" },
  { phrase: /\brelations?\b/i, better: "link", onlyIn: "screen" },
  { phrase: /\blabels?\b(?! Studio)/i, better: "kind", onlyIn: "screen" },
  { phrase: /\b(mend|mends|mended|mending)\b/i, better: "fix" },
  { phrase: /\banew\b/i, better: "again" },
  { phrase: /\bdeeds?\b/i, better: "change, action or operation" },
  { phrase: /\bwish(es)?\b/i, better: "suggested change" },
  { phrase: /\blooks? after its statistics\b/i, better: "analyses its tables" },
  { phrase: /\bnobody listening\b/i, better: "only while somebody is connected" },
  { phrase: /\bone story a\b|\ba story a\b/i, better: "one file per" },
  { phrase: /\breckoned\b/i, better: "calculated" },
  { phrase: /\bwhat became of\b|\bwhat becomes of\b/i, better: "what happened to, results" },
  { phrase: /\bcame back to you\b|\bwhat came back\b/i, better: "returned to you, returned tags" },
  { phrase: /\bwhoever runs (this|the) server\b/i, better: "your administrator" },
  { phrase: /\bused up\b/i, better: "no longer works", onlyIn: "screen" },
  { phrase: /\bfor good\b/i, better: "permanently" },
  { phrase: /\bone a line\b|\ba row an item\b/i, better: "one per line" },
  { phrase: /\bwhat it rests on\b/i, better: "its basis" },
  { phrase: /\bcannot carry\b|\bcan[’']t carry\b/i, better: "leaves out" },
  { phrase: /\bthe asker\b/i, better: "you" },
];

/** @param {Passage} passage @returns {string[]} what is wrong with it, in words */
export function troublesOf({ where, text, kind }) {
  const hits = retired.filter(({ phrase, onlyIn }) => (!onlyIn || onlyIn === kind) && phrase.test(text));
  return hits.map(({ phrase, better }) => `${where}: “${phrase.exec(text)?.[0]}” is retired. Better: ${better}.`);
}

/** @returns {string[]} what is wrong in messages, documents and the API's description, in words */
export const troublesOfPhrases = (folder = root) =>
  [...messagesIn(folder), ...documentsIn(folder), ...descriptionsIn(folder)].flatMap(troublesOf);

/** @param {string} folder @returns {Passage[]} */
function messagesIn(folder) {
  const place = join(folder, "messages", "en");
  return filesBelow(place, ".json").flatMap((file) =>
    flatten(JSON.parse(readFileSync(file, "utf8")), relative(folder, file)).map(([where, text]) => ({
      where,
      text: withoutBlanks(text),
      kind: /** @type {const} */ ("screen"),
    })),
  );
}

/** The names of what is filled in are no words. @param {string} text */
const withoutBlanks = (text) => text.replace(/\{\s*\w+\s*(?=[,}])/g, "{");

/** Lines of Markdown, without what is code. What the glossary says not to use, and the log of changes, may name it. @param {string} folder @returns {Passage[]} */
function documentsIn(folder) {
  const files = ["README.md", "CONTRIBUTING.md", "SECURITY.md"].map((name) => join(folder, name));
  return [...files.filter(existsSync), ...filesBelow(join(folder, "docs"), ".md")].flatMap((file) =>
    withoutCode(readFileSync(file, "utf8"))
      .split("\n")
      .map((line, at) => ({
        where: `${relative(folder, file)}:${at + 1}`,
        text: file.endsWith("GLOSSARY.md") ? line.replace(/\|[^|]*\|\s*$/, "") : line,
        kind: /** @type {const} */ ("document"),
      })),
  );
}

/** @param {string} text @returns {string} with as many lines as before */
const withoutCode = (text) =>
  text.replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, "")).replace(/`[^`\n]*`/g, "``");

const describing = new Set(["summary", "description", "means"]);

/** What the API and the tables of an export say of themselves: `summary`, `description`, `means` and `.describe()`. @param {string} folder @returns {Passage[]} */
function descriptionsIn(folder) {
  const sources = ["app/api", "server", "domain"].flatMap((part) => filesBelow(join(folder, part), ".ts"));
  return sources
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) =>
      describedIn(readFileSync(file, "utf8")).map((text) => ({
        where: relative(folder, file),
        text,
        kind: /** @type {const} */ ("document"),
      })),
    );
}

/** @param {string} source of TypeScript @returns {string[]} */
export function describedIn(source) {
  if (!/summary|description|means|describe/.test(source)) return [];
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node | undefined} node */
  const take = (node) => {
    if (node && ts.isStringLiteralLike(node)) found.push(node.text);
  };
  /** @param {ts.Node} node */
  const walk = (node) => {
    if (ts.isPropertyAssignment(node) && describing.has(node.name.getText(file))) take(node.initializer);
    else if (ts.isCallExpression(node) && node.expression.getText(file).endsWith(".describe")) take(node.arguments[0]);
    ts.forEachChild(node, walk);
  };
  const file = ts.createSourceFile("described.ts", source, ts.ScriptTarget.Latest, false);
  walk(file);
  return found;
}

/** @param {string} folder @param {string} ending @returns {string[]} */
function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
}
