import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { everyMatch } from "@/domain/text/every-match";
import type { PlaceName } from "./place-names";

const TRIGGERS =
  "مدينة|بلدة|بلدتي|قرية|محافظة|ريف|منطقة|ناحية|قضاء|حي|مخيم|مطار|طريق|جبل|تل|سد|معبر|ضاحية|ولاية|إقليم|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي";
const PREPOSITIONS = "في|إلى|الى|من|قرب|نحو|باتجاه|على|عبر|بين|محيط|داخل|وسط|مشارف|أطراف";
const WORD = String.raw`\p{L}[\p{L}\p{M}]*`;
/** What introduces a name, and up to three words after it. */
const AFTER = new RegExp(
  String.raw`(?<![\p{L}\p{M}])[وفبلك]?(?:ال)?(?:(${TRIGGERS})|(${PREPOSITIONS})) (?=(${WORD}(?: ${WORD}){0,2}))`,
  "gu",
);
/** "بحلب", "لدمشق": a preposition of one letter at the name. */
const JOINED = new RegExp(String.raw`(?<![\p{L}\p{M}])[وف]?[بل](?=(${WORD}))`, "gu");
const NO_NAME = new RegExp(
  `^(?:${TRIGGERS}|${PREPOSITIONS}|أن|إن|التي|الذي|هذا|هذه|ذلك|كل|بعض|قبل|بعد|خلال|أجل|دون|جهة|أكثر|عدد|يوم|أمس|اليوم|المدينة|البلدة|القرية|المنطقة|المحافظة|الجيش|القوات|قوات|الناس|النظام|المعارضة|السكان|مصدر|مصادر|قريبا|قريباً|حاليا|حالياً|أيضا|أيضاً)$`,
  "u",
);

type Introduced = { start: number; words: readonly string[]; trigger: boolean };

function introduced(text: string): Introduced[] {
  const after = everyMatch(text, AFTER).map((match) => ({
    start: match.index + match[0].length,
    words: (match[3] ?? "").split(" "),
    trigger: match[1] !== undefined,
  }));
  const joined = everyMatch(text, JOINED).map((match) => ({
    start: match.index + match[0].length,
    words: [match[1] ?? ""],
    trigger: false,
  }));
  return [...after, ...joined];
}

const upTo = ({ words }: Introduced, count: number) => words.slice(0, count).join(" ");

/** What is worth looking up in an Arabic text, where no capital says what is a name. */
export function arabicNamesIn(text: string): string[] {
  return [...new Set(introduced(text).flatMap((each) => each.words.map((_, at) => upTo(each, at + 1))))];
}

/** The names of places in an Arabic text: those that are known after a preposition, and any after a word like "town". */
export function arabicPlaceNames(text: string, places: ReadonlyMap<string, readonly FoundPlace[]>): PlaceName[] {
  const found = new Map<number, PlaceName>();
  for (const each of introduced(text)) {
    const name = judged(each, places);
    if (name && !found.has(each.start))
      found.set(each.start, { ...name, start: each.start, end: each.start + name.text.length });
  }
  for (const name of [...found.values()]) {
    for (const { index } of text.matchAll(
      new RegExp(String.raw`(?<![\p{L}\p{M}])${name.text}(?![\p{L}\p{M}])`, "gu"),
    )) {
      if (!found.has(index)) found.set(index, { ...name, start: index, end: index + name.text.length, rule: "again" });
    }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

function judged(
  each: Introduced,
  places: ReadonlyMap<string, readonly FoundPlace[]>,
): Pick<PlaceName, "text" | "rule" | "known"> | undefined {
  const [first = ""] = each.words;
  if (NO_NAME.test(first) || first.length < 3) return undefined;
  for (const count of [3, 2, 1]) {
    const text = upTo(each, count);
    const known = (places.get(text) ?? []).filter(({ layer }) => layer !== "guess");
    const isSure = known.some(
      ({ layer, featureType, population = 0 }) =>
        layer !== "spelling" || featureType === "province" || population > 5000,
    );
    if (each.words.length >= count && known.length > 0 && (each.trigger || isSure)) {
      return { text, known, rule: each.trigger ? "trigger" : "preposition" };
    }
  }
  return each.trigger && !/^ال\p{L}+(?:ية|ي)$/u.test(first) ? { text: first, known: [], rule: "trigger" } : undefined;
}
