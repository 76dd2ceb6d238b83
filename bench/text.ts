import { pick, seededChance } from "@/domain/agreement/chance";

/** A report's text made from parts, and the places where somebody would tag it. The same call gives the same. */
export type Spot = { start: number; end: number; quote: string; kind: "claim" | "place" | "source" };

const places = ["Hama", "Uqayribat", "Ithriya", "al-Salamiyah", "Jub al-Jarrah", "Suran", "Taybat al-Imam", "Khanasir"];
const people = ["a military source", "the provincial council", "two residents", "an army spokesman", "a driver"];
const deeds = [
  "hundreds of families left the northern quarters before the morning",
  "the road to the east was open again for lorries and ambulances",
  "shelling had stopped at noon and begun again after the evening prayer",
  "a convoy of forty vehicles was seen moving towards the hills",
  "the bakery and two water pumps had not worked since Friday",
  "nobody could confirm how many people were hurt in the market",
];
const ways = ["said", "added", "denied", "told the agency", "claimed on Monday"];

/** Sentences in paragraphs of about eighty words, with or without accents of other scripts: BMP only, so offsets are both units. */
export function longText(words: number, seed = 2026): string {
  const chance = seededChance(seed);
  const one = (from: readonly string[]) => from[pick(chance, from.length)] ?? "";
  const paragraphs = [`Night in the hills, number ${seed}`];
  for (let written = 0; written < words; ) {
    const sentences = Array.from(
      { length: 4 + pick(chance, 3) },
      () => `In ${one(places)}, ${one(people)} ${one(ways)} that ${one(deeds)}.`,
    );
    const paragraph = sentences.join(" ");
    written += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join("\n\n");
}

const lengths = { claim: [8, 22], place: [1, 2], source: [2, 4] } as const;
const kinds = ["claim", "place", "source"] as const;

/** `count` runs of whole words spread over the text; claims lie over places and sources, as they do. */
export function spotsOf(text: string, count: number, seed = 7): Spot[] {
  const chance = seededChance(seed);
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
  return Array.from({ length: count }, (_, nth): Spot => {
    const kind = kinds[nth % kinds.length] ?? "claim";
    const [least, most] = lengths[kind];
    const first = Math.min(words.length - 1, Math.floor((nth * words.length) / count) + pick(chance, 4));
    const last = Math.min(words.length - 1, first + least + pick(chance, most - least + 1) - 1);
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    return { start, end, quote: text.slice(start, end), kind };
  });
}
