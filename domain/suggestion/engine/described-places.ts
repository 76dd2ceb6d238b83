import type { FoundPlace } from "@/domain/gazetteer/found-place";
import { everyMatch } from "@/domain/text/every-match";
import type { PlaceName } from "./place-names";

/** A place that words describe instead of naming it. UTF-16 units. */
export interface DescribedPlace {
  readonly start: number;
  readonly end: number;
  readonly rule: (typeof describedRules)[number];
  readonly featureType: FoundPlace["featureType"];
  readonly direction: string | undefined;
  /** The names of the ends of a road. */
  readonly nodes: readonly string[] | undefined;
}

export const describedRules = ["direction", "road", "part-of-area", "beside", "numbered", "infrastructure"] as const;

/** Stands for a letter of a name, so that patterns need not know names. */
const LETTER = "\ue000";
const NAME = `${LETTER}+`;
const DIRECTION = "(?:[Nn]orth|[Ss]outh)(?:[ -]?(?:east|west))?(?:ern)?|(?:[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral";
const TOWN = "(?:town|city|village|province|district|governorate|region)";
const NAMED = `(?:(?:the )?${TOWN} of )?${NAME}(?: ${TOWN}s?)?(?: in (?:the )?(?:(?:${DIRECTION}) )?${NAME}(?: province)?)?`;
const CHAIN = `${NAME}(?:[-–]${NAME})*`;
const ROADS = "(?:roads?|highways?|routes?|motorways?|railway|corridor|supply lines?|lines?|paths?)";
const ADJECTIVES =
  "(?:(?:main|key|strategic|old|new|international|other|oil|gas|supply|military|coastal|nearby|surrounding|provincial|administrative) ){0,3}";
const ROAD_TO = `(?:the |a )?${ADJECTIVES}${ROADS} (?:(?:leading |going |running )?(?:to|towards?|into)|between|from|(?:that |which )?(?:connects?|connecting|links?|linking|joins?|joining)) ${NAMED}(?: (?:to|and|with) ${NAMED})*`;

const patterns: readonly (readonly [DescribedPlace["rule"], FoundPlace["featureType"], RegExp])[] = [
  ["direction", "area", new RegExp(String.raw`\b(?:the )?(${DIRECTION}) ${NAME}`, "gu")],
  [
    "road",
    "road",
    new RegExp(`${NAME}(?:[-–]${NAME})+(?![-–]?${LETTER}| (?:road|highway|route|motorway|railway|corridor))`, "gu"),
  ],
  ["road", "road", new RegExp(`${CHAIN} (?:road|highway|route|motorway|railway|corridor)s?`, "gu")],
  ["road", "road", new RegExp(String.raw`\b${ROAD_TO}`, "gu")],
  [
    "part-of-area",
    "area",
    new RegExp(
      String.raw`\b(?:the )?(?:(${DIRECTION}) )?(?:directions?|parts?|outskirts|countryside|territor(?:y|ies)|suburbs?|areas?|sides?|edges?|regions?|districts?) of (?:the )?(?:${NAME}(?:[-–]${NAME})+(?: (?:road|highway|route))?|${NAMED})`,
      "gu",
    ),
  ],
  [
    "beside",
    "area",
    new RegExp(
      String.raw`\b(?:the |several |some )?(?:hills?|regions?|areas?|positions?|villages?|towns?|farms?|heights?) (?:near|around|outside|overlooking|close to|north of|south of|east of|west of) (?:${ROAD_TO}|${NAMED})`,
      "gu",
    ),
  ],
  [
    "beside",
    "border",
    new RegExp(
      String.raw`\b(?:the )?(?:provincial |administrative |common )?border (?:with|between|of) ${NAMED}(?: and ${NAMED})?`,
      "gu",
    ),
  ],
  ["numbered", "hill", /\b(?:hills?|heights?|points?|posts?|peaks?) \p{Lu}[\p{L}]+ \d{1,4}(?:(?:,| and) \d{1,4})*/gu],
  ["numbered", "hill", /(?<=\b(?:hills?|heights?|points?|posts?|peaks?) )\p{Lu}[\p{L}]+ \d{1,4}/gu],
  [
    "infrastructure",
    "facility",
    /\bthe (?:(?:oil|gas|water|main|military|international|nearby|central|border|power|local|strategic|northern|southern|eastern|western) ){1,2}(?:pipeline|airport|airbase|base|dam|bridge|refinery|plant|hospital|prison|crossing|checkpoint|port|station|field)\b/gu,
  ],
];

/** Places that the words of a text describe around the names found in it. */
export function describedPlaces(text: string, names: readonly PlaceName[]): DescribedPlace[] {
  const shadow = shadowOf(text, names);
  const found = new Map<string, DescribedPlace>();
  for (const [rule, featureType, pattern] of patterns) {
    for (const match of everyMatch(shadow, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const inside = names.filter((name) => name.start >= start && name.end <= end).map((name) => name.text);
      const direction = match[1];
      const nodes = featureType === "road" && inside.length > 1 ? inside : undefined;
      found.set(`${start}-${end}`, { start, end, rule, featureType, direction, nodes });
    }
  }
  for (const { start, end } of names) found.delete(`${start}-${end}`);
  return [...found.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The text with every letter of a name put out of sight. */
function shadowOf(text: string, names: readonly PlaceName[]): string {
  let shadow = "";
  let at = 0;
  for (const { start, end } of names) {
    if (start < at) continue;
    shadow += text.slice(at, start) + LETTER.repeat(end - start);
    at = end;
  }
  return shadow + text.slice(at);
}
