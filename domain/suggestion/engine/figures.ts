import type { ClaimAttributes } from "@/domain/tag/claim";
import { everyMatch } from "@/domain/text/every-match";

type Quantity = NonNullable<ClaimAttributes["quantities"]>[number];
type What = Quantity["what"];

const SMALL: Readonly<Record<string, number>> = {
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
  },
  ...{ thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20 },
  ...{ thirty: 30, forty: 40, fifty: 50, "a dozen": 12, no: 0, nobody: 0, "no one": 0 },
};
const NUMBER = String.raw`(?:\d{1,3}(?:[,٬ \u00a0]\d{3})+|\d+|${Object.keys(SMALL).join("|")})`;
const BOUND = `(?:(at least|more than|over|up to|at most|fewer than|less than|about|around|some|nearly|almost|an estimated) )?`;
const VAGUE = `(?:dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands)(?: of)?`;
const PEOPLE = String.raw`(?:[\p{L}-]+ ){0,3}?(?:people|persons|civilians?|soldiers?|fighters?|militants?|rebels?|troops|children|women|men|pilgrims?|residents?|villagers?|protesters?|police(?:men)?|officers?|others?|families|members?|workers?|passengers?|deaths|casualties|injuries|prisoners?|refugees?)`;
const VERBS: readonly (readonly [What, string])[] = [
  ["killed", "killed|dead|died|die|deaths|executed|murdered|shot dead|slain"],
  ["injured", "injured|wounded|hurt|injuries"],
  ["displaced", "displaced|fled|evacuated|homeless|forced from their homes"],
];
const B = String.raw`(?<![\p{L}\p{N}])`;
const E = String.raw`(?![\p{L}\p{N}])`;

const english = VERBS.flatMap(([what, verbs]) => [
  [
    what,
    new RegExp(
      `${B}${BOUND}(${NUMBER}|${VAGUE}) (?:${PEOPLE})?,? ?(?:(?:were|was|have been|has been|had been|are|have|had|reported|reportedly|also) ){0,3}(?:${verbs})${E}`,
      "giu",
    ),
  ] as const,
  [
    what,
    new RegExp(`${B}(?:${verbs})(?: and wounded| and injured)? ${BOUND}(${NUMBER}|${VAGUE}) ${PEOPLE}${E}`, "giu"),
  ] as const,
]);

const ARABIC_DUAL: readonly (readonly [What, RegExp])[] = [
  ["killed", /(?<!\p{L})[وب]?(?:ال)?(?:قتيلان|قتيلين|شهيدان|شهيدين)(?!\p{L})/gu],
  ["injured", /(?<!\p{L})[وب]?(?:ال)?(?:جريحان|جريحين|مصابان|مصابين اثنين)(?!\p{L})/gu],
];
const ARABIC_PEOPLE =
  "(?:شخصا|شخصاً|أشخاص|مدنيا|مدنياً|مدنيين|مدنيون|طفلا|أطفال|جنديا|جنود|عنصرا|عناصر|قتيلا|قتيلاً|قتلى|شهيدا|شهيداً|شهداء|جريحا|جريحاً|جرحى|مصابا|مصابين)";
const ARABIC_LEAST = "(?:(ما لا يقل عن|أكثر من|على الأقل|نحو|حوالي) )?";
const ARABIC: readonly (readonly [What, RegExp])[] = [
  [
    "killed",
    new RegExp(
      String.raw`(?<!\p{L})(?:[وف]?(?:مقتل|استشهاد|قتل|قُتل|استشهد)) ${ARABIC_LEAST}(\d+|عشرات|مئات) ?${ARABIC_PEOPLE}?`,
      "gu",
    ),
  ],
  ["killed", /(?<![\p{L}\p{N}])(?:(ما لا يقل عن) )?(\d+|عشرات) (?:قتيلا|قتيلاً|قتلى|شهيدا|شهيداً|شهداء)(?!\p{L})/gu],
  [
    "injured",
    new RegExp(
      String.raw`(?<!\p{L})(?:[وف]?(?:إصابة|جرح|أصيب|جُرح)) ${ARABIC_LEAST}(\d+|عشرات|مئات) ?${ARABIC_PEOPLE}?`,
      "gu",
    ),
  ],
  ["injured", /(?<![\p{L}\p{N}])(?:(ما لا يقل عن) )?(\d+|عشرات) (?:جريحا|جريحاً|جرحى|مصابا|مصابين)(?!\p{L})/gu],
  [
    "displaced",
    new RegExp(String.raw`(?<!\p{L})(?:[وف]?(?:نزوح|تهجير|نزح)) ${ARABIC_LEAST}(\d+|عشرات|مئات|آلاف)`, "gu"),
  ],
];

/** Without one of these there is nothing to count, and most sentences have none. */
const ANY_OUTCOME =
  /kill|dead|deaths?|died?\b|wound|injur|hurt|displac|fled|evacuat|homeless|forced from|execut|murder|slain|\p{Script=Arabic}/iu;

/**
 * Who was killed, injured or displaced, and how many, by a text's words. "At least" leaves the upper bound open, "up to"
 * the lower one; "dozens" stays words; the Arabic dual counts two, and شهيد as killed. Nothing is zero unless it says so.
 */
export function figuresIn(text: string, language: string): Quantity[] {
  if (!ANY_OUTCOME.test(text)) return [];
  const words = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const found = /^ar\b/i.test(language) ? arabic(words, text) : inRules(english, words, text);
  const taken: { from: number; to: number; what: What }[] = [];
  return found
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to, quantity: { what } }) => {
      if (taken.some((each) => each.what === what && from < each.to && to > each.from)) return false;
      taken.push({ from, to, what });
      return true;
    })
    .map(({ quantity }) => quantity)
    .slice(0, 20);
}

type Placed = { from: number; to: number; quantity: Quantity };

function inRules(rules: readonly (readonly [What, RegExp])[], words: string, text: string): Placed[] {
  return rules.flatMap(([what, rule]) =>
    everyMatch(words, rule).map((match): Placed => {
      const [from, to] = [match.index, match.index + match[0].length];
      return {
        from,
        to,
        quantity: { what, ...bounds(match[1], match[2]), words: text.slice(from, to).trim().slice(0, 500) },
      };
    }),
  );
}

function arabic(words: string, text: string): Placed[] {
  const dual = ARABIC_DUAL.flatMap(([what, rule]) =>
    everyMatch(words, rule).map((match): Placed => {
      const [from, to] = [match.index, match.index + match[0].length];
      return { from, to, quantity: { what, low: 2, high: 2, words: text.slice(from, to) } };
    }),
  );
  return [...dual, ...inRules(ARABIC, words, text)];
}

function bounds(bound = "", number = ""): Pick<Quantity, "low" | "high"> {
  const value = SMALL[number.toLowerCase()] ?? Number(number.replace(/[,٬ \u00a0]/g, ""));
  if (!Number.isSafeInteger(value)) return {};
  if (/at least|more than|over|لا يقل|أكثر|الأقل/i.test(bound)) return { low: value };
  if (/up to|at most|fewer|less/i.test(bound)) return { high: value };
  return { low: value, high: value };
}
