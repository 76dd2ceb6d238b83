import { expect, test } from "vitest";
import { describedIn, retired, troublesOf, troublesOfPhrases } from "./phrases.mjs";

/** One sentence for each retired phrase, in the order of the table. */
const said = [
  "What to do",
  "The plan is kept.",
  "Keep the changes",
  "Find your way",
  "Let go: words, tag, search",
  "Tag before",
  "Choose one word more on the right",
  "Shut out",
  "The server is away",
  "This page looks again every few seconds",
  "What does not leave the house",
  "Median, nine of ten within 3 d",
  "By maker",
  "Tell people apart",
  "Nothing is said alike by all",
  "What they come to",
  "Why does it go?",
  "They would rather have:",
  "Take it",
  "took {count, plural, one {a report} other {# reports}} off you",
  "Take this report up",
  "It is yours again.",
  "Put the note away",
  "Beside the gold layer",
  "Mine against final",
  "Analysts a report",
  "Precise to",
  "Its words",
  "Say how you are called.",
  "I have kept it",
  "A look costs little.",
  "not to be located",
  "The thing is gone",
  "you read along",
  "Lives in outlet",
  "Hand this report in",
  "Accept unseen",
  "Any urgency",
  "Discussion",
  "Relation",
  "All labels",
  "We aim to mend it",
  "It is decided anew",
  "One file a deed",
  "A reviewer’s wish",
  "It looks after its statistics",
  "Nobody listening, nothing asked",
  "one story a deed",
  "F1 is reckoned on spans",
  "What became of your tags",
  "Came back to you",
  "Tell whoever runs this server",
  "This link is used up",
  "Delete for good",
  "One a line",
  "Every figure with what it rests on",
  "What this format cannot carry",
  "The asker’s projects",
];

test.each(retired.map((each, at) => ({ at, phrase: String(each.phrase), text: said[at] ?? "" })))(
  "$phrase is found in “$text”",
  ({ at, text }) => {
    expect(retired[at]?.phrase.test(text)).toBe(true);
    expect(troublesOf({ where: "messages/en/x.json a", text, kind: "screen" }).join()).toContain("Better: ");
  },
);

test.each([
  "What to do next",
  "Hand over",
  "Hand in hand with the outlet",
  "“At most” is below “at least”.",
  "Can’t be told apart from a local browser",
  "These changes are kept here",
  "Show the tag before it was changed",
  "A label printer",
  "Let us know",
  "One paragraph, more or less",
  "Previous tag",
  "Priority",
  "Take next report",
])("“%s” may stand in a document", (text) => {
  expect(troublesOf({ where: "README.md:1", text, kind: "document" })).toEqual([]);
});

test("a document may speak of relations, labels and discussions, a screen may not", () => {
  const text = "relation, label, discussion";
  expect(troublesOf({ where: "docs/FORMATS.md:1", text, kind: "document" })).toEqual([]);
  expect(troublesOf({ where: "messages/en/x.json a", text, kind: "screen" })).toHaveLength(3);
});

test("what a route, a field or a column says of itself is read, and nothing else", () => {
  const source = `
    route({ summary: "Hand a report in", params });
    z.string().describe(\`The asker's name\`);
    const column = { name: "deeds", means: "What became of it" };
    const wish = "mend";
  `;
  expect(describedIn(source)).toEqual(["Hand a report in", "The asker's name", "What became of it"]);
});

test("nothing retired is left", () => expect(troublesOfPhrases()).toEqual([]));
