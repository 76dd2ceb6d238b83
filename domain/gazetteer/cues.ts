import type { FoundPlace } from "@/domain/gazetteer/found-place";

type FeatureType = NonNullable<FoundPlace["featureType"]>;

/** The name in the words of a place, and what those words and the ones around them say it is. */
export interface NamedInWords {
  readonly name: string;
  readonly featureType?: FeatureType;
  /** "Northern", "Eastern": the part of an area that is meant. */
  readonly direction?: string;
}

const DIRECTION =
  "(?:(?:north|south)[ -]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|upper|lower|rural|greater)";
const TYPES: readonly (readonly [FeatureType, string])[] = [
  ["settlement", "town|city|village|hamlet|township|municipality|port city|port|capital|settlement|camp"],
  ["province", "province|governorate|oblast|state|prefecture|department|countryside"],
  ["district", "district|county|raion|subdistrict|sub-district"],
  ["country", "republic|kingdom|country"],
  ["region", "region|valley|desert|coast|peninsula|basin|plain|heights|mountains"],
  ["road", "road|highway|route|motorway|street|avenue|corridor"],
  ["border", "border|frontier|crossing"],
  ["hill", "hill|hills|mount|mountain|ridge|peak"],
  [
    "facility",
    "airport|airbase|air base|base|hospital|school|bridge|dam|refinery|prison|checkpoint|station|university",
  ],
];
const ARABIC: readonly (readonly [FeatureType, string])[] = [
  ["settlement", "مدينة|بلدة|قرية|ضاحية|مخيم"],
  ["province", "محافظة|ريف|ولاية|إقليم"],
  ["district", "قضاء|مديرية|ناحية|منطقة"],
  ["road", "طريق|أوتوستراد"],
  ["hill", "تل|جبل"],
  ["facility", "مطار|مشفى|مستشفى|سد|معبر|حاجز"],
];
const ARABIC_DIRECTION = "(?:شمال|جنوب|شرق|غرب|وسط)(?:ي|ي )?(?: (?:شرق|غرب)ي?)?";

const typed = (list: typeof TYPES, make: (words: string) => RegExp) =>
  list.map(([type, words]) => [type, make(words)] as const);
const before = typed(TYPES, (words) => new RegExp(String.raw`^(?:the )?(?:\w+ )?(?:${words})s? of (?:the )?`, "i"));
const after = typed(TYPES, (words) => new RegExp(` (?:${words})$`, "i"));
const arabic = typed(ARABIC, (words) => new RegExp(String.raw`^[وبلفك]?(?:ال)?(?:${words}) (?=\p{L})`, "u"));
const around = {
  before: typed(TYPES, (words) => new RegExp(String.raw`\b(?:${words}) of (?:the )?$`, "i")),
  after: typed(TYPES, (words) => new RegExp(String.raw`^ (?:${words})\b`, "i")),
  arabic: typed(ARABIC, (words) => new RegExp(String.raw`(?<!\p{L})[وبلفك]?(?:ال)?(?:${words}) $`, "u")),
};
const directed = new RegExp(String.raw`^(?:the )?(${DIRECTION}) (?=\p{L})`, "iu");
const afterDirection = new RegExp(String.raw`\b${DIRECTION} $`, "i");
const directedArabic = new RegExp(String.raw`^(${ARABIC_DIRECTION}) (?=\p{L})`, "u");

/**
 * Reads the words of a place, "the town of Khanasser", "Northern Hama", "Homs province" or "مدينة حماة", and what stands
 * right before and after them. A part of an area by its direction is part of a province, not of the town of its name.
 */
export function namedIn(words: string, prefix = "", suffix = ""): NamedInWords {
  let name = words
    .replace(/\s+/g, " ")
    .replace(/['’]s?$/u, "")
    .trim();
  let featureType = firstOf(around.before, prefix) ?? firstOf(around.arabic, prefix) ?? firstOf(around.after, suffix);
  for (const rules of [before, arabic, after]) {
    const found = rules.find(([, words]) => words.test(name));
    if (!found) continue;
    name = name.replace(found[1], "").trim();
    featureType = found[0];
  }
  const direction = (directed.exec(name) ?? directedArabic.exec(name))?.[1];
  if (direction) name = name.slice(name.indexOf(direction) + direction.length).trim();
  name = name.replace(/^the /i, "");
  const isPart = direction !== undefined || afterDirection.test(prefix);
  const type = featureType ?? (isPart ? "province" : undefined);
  return { name, ...(type && { featureType: type }), ...(direction && { direction }) };
}

const firstOf = (rules: readonly (readonly [FeatureType, RegExp])[], text: string): FeatureType | undefined =>
  rules.find(([, words]) => words.test(text))?.[0];
