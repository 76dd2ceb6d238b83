import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { codePoint, offsetIndex, sliceCodePoints } from "@/domain/text/offsets";
import { builtIn } from "./built-in";
import { memory } from "./memory";
import type { Engine, Proposal, Remembered } from "./proposal";

/**
 * What the engines propose for texts of the demo stands in files beside this one, so that nobody changes it unawares. Meant
 * changes are written anew with `npx vitest run domain/suggestion/engine/frozen.test.ts -u`, read through, and get a
 * version of the engine of their own.
 */
const texts = [
  { name: "sahel-wire", language: "en", published: "2026-08-04" },
  { name: "red-sea-monitor", language: "en", published: "2026-08-05" },
  { name: "gulf/shore-post-1", language: "en", published: "2026-09-09" },
  { name: "difaf-al-nil", language: "ar", published: "2026-08-06" },
];

const town = (name: string, country: string, population: number): [string, FoundPlace[]] => [
  name,
  [{ name, layer: "letters", featureType: "settlement", country, population, latitude: 17, longitude: 34 }],
];
const places = new Map<string, FoundPlace[]>([
  ...[town("Atbara", "SD", 107_000), town("Port Sudan", "SD", 489_000), town("Khartoum", "SD", 1_974_000)],
  ...[town("Kassala", "SD", 401_000), town("Haiya", "SD", 3000), town("Sfax", "TN", 277_000)],
  ...[town("عطبرة", "SD", 107_000), town("الدامر", "SD", 103_000), town("شندي", "SD", 53_000)],
]);
const remembered: Remembered[] = [
  { kind: "source", words: "The engineers", attributes: {}, times: 2, rejected: 0 },
  { kind: "place", words: "the eastern bank", attributes: { featureType: "area" }, times: 3, rejected: 1 },
  { kind: "place", words: "الجسر", attributes: { featureType: "facility" }, times: 2, rejected: 0 },
  { kind: "label:transport", words: "trucks", attributes: {}, times: 4, rejected: 0 },
];

test.each(texts)("what is proposed for $name is what it was", async ({ name, language, published }) => {
  const text = readFileSync(join(import.meta.dirname, "../../../prisma/demo", `${name}.txt`), "utf8");
  const { blocks } = splitIntoBlocks(text, "text/plain");
  const told = [builtIn, memory].map((engine: Engine) => {
    const proposals = engine.propose({ text, blocks, language, published }, { places, countries: [], remembered });
    return [`${engine.name}, version ${engine.version}`, ...proposals.map((each) => lineOf(text, each, proposals))];
  });
  const file = join(import.meta.dirname, "frozen", `${name.replace("/", "-")}.txt`);
  await expect(`${told.flat().join("\n")}\n`).toMatchFileSnapshot(file);
});

/** One proposal on a line, with what it says, and its links on lines of their own. */
function lineOf(text: string, proposal: Proposal, all: readonly Proposal[]): string {
  const index = offsetIndex(text);
  const words = ({ spans }: Pick<Proposal, "spans">) =>
    spans.map(({ start, end }) => sliceCodePoints(text, codePoint(start), codePoint(end), index)).join(" … ");
  const { kind, spans, attributes, score, reason } = proposal;
  const at = spans.map(({ start, end }) => `${start}-${end}`).join(" ");
  const head = `${kind} ${at} “${words(proposal)}” ${score} ${JSON.stringify(reason)} ${JSON.stringify(attributes)}`;
  const links = proposal.kind === "claim" ? proposal.links : [];
  const lines = links.map((link) => {
    const end = all.find(({ key }) => key === link.to);
    const cue = link.cue ? ` by “${words({ spans: [link.cue] })}”` : "";
    return `  ${link.kind} ${end ? `“${words(end)}”` : "the article"}${cue} ${JSON.stringify(link.attributes)}`;
  });
  return [head, ...lines].join("\n");
}
