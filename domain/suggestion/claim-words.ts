import { INVISIBLE } from "@/domain/text/invisible";

/**
 * The words of a language from which a claim's attributes can be proposed. They follow the conventions for tagging:
 * certainty and polarity only from hedge words, a purpose clause is an intention, a relative clause background.
 */
export interface ClaimWords {
  /** Opens a purpose clause, at the start of a claim. */
  readonly purpose: RegExp;
  readonly plan: RegExp;
  readonly forecast: RegExp;
  readonly judgement: RegExp;
  readonly condition: RegExp;
  readonly denial: RegExp;
  readonly negation: RegExp;
  readonly possible: RegExp;
  readonly probable: RegExp;
  /** Hedges that govern what follows them in the sentence. */
  readonly governing: RegExp;
  /** Stands before a claim that is taken for granted. */
  readonly presupposes: RegExp;
  /** Begins, or stands right before, a relative clause. */
  readonly relative: RegExp;
  /** A naming of something, which asserts nothing unless a verb of its own follows. */
  readonly naming: RegExp;
  /** Shows that a naming without a verb is no shortened headline. */
  readonly described: RegExp;
  readonly verb: RegExp;
}

const BE = "(?:is|are|was|were|be|been|being)";

const english: ClaimWords = {
  purpose:
    /^(?:in order |so as )?to (?!the\b|a\b|an\b|its\b|their\b|[A-Z][a-z]+ (?:and|province|city|town)\b)[a-zA-Z]+/,
  plan: /\b(?:intend(?:s|ed|ing)?|aim(?:s|ed|ing)? (?:to|at)|plan(?:s|ned|ning)? (?:to|for|on)|prepar(?:e|es|ed|ing) (?:to|for)|seek(?:s|ing)? to|sought to|want(?:s|ed)? to|hop(?:e|es|ed|ing) to|vow(?:s|ed)? to|pledg(?:e|es|ed) to|threaten(?:s|ed)? to|decid(?:e|es|ed) to|(?:set|about|ready|determined|going) to|(?:is|are|was|were) to (?!the\b))/i,
  forecast: new RegExp(
    String.raw`\b(?:${BE} (?:\w+ )?(?:expected|predicted|forecast|anticipated|likely|unlikely|due|bound|scheduled) to|expect(?:s|ed)? (?:to|that)|(?:will|shall|would|may|might|could) (?!have\b|not have\b))`,
  ),
  judgement: new RegExp(
    String.raw`\b(?:${BE} (?:widely )?(?:considered|regarded|viewed|seen|deemed|believed|described)|consider(?:s|ed)?|believe[sd]?|the (?:most|largest|biggest|last|least|worst|best|main|key)\b[\w ,]*? of|(?:shows?|showed|indicates?|indicated|suggests?|suggested|means|meant|proves?|proved) that|strategic(?:ally)? (?:important|significant))`,
    "i",
  ),
  condition: new RegExp(
    String.raw`\b(?:remain(?:s|ed)?|still|control(?:s|led) by|${BE} (?:still |now |currently )?(?:under|in (?:the hands|control)|located|situated|stationed|deployed|besieged|closed|open|cut off|held)|belong(?:s|ed)? to|consist(?:s|ed)? of|(?<!\b(?:that|which) )(?:connects?|overlooks?|lies|lay)\b)`,
    "i",
  ),
  denial:
    /\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|reject(?:s|ed) (?:the )?(?:claim|report|accusation)s?|dismiss(?:es|ed) (?:the )?(?:claim|report)s?)\b/i,
  negation:
    /\b(?:not(?! only)|never|cannot|no longer|no one|nobody|none|neither|nor|no(?!\.| longer| one))\b|n['’]t\b/i,
  possible: /\b(?:may(?! \d)|might|could(?! not\b|n['’]t)|would|possibl[ye]|perhaps|potentially)\b/,
  probable:
    /\b(?:considered|expected|seem(?:s|ed|ingly)?|likely|probabl[ye]|apparently|appear(?:s|ed)? (?:to|that)|believed|thought|presumably|reportedly)\b/i,
  governing:
    /\b(?:expected|seem(?:s|ed)?|likely|probabl[ye]|apparently|appear(?:s|ed)? (?:to|that)|believed|thought|presumably)\b/i,
  presupposes:
    /\b(?:thanks to|despite|in spite of|because of|due to|owing to|amid|as a result of|ending|ended|stopping|halting)\s*$/i,
  relative: /^(?:which|who|whom|whose|where)\b|\b(?:which|who|whom|whose|where)\s*$/i,
  naming: /^(?:(?:the|a|an|its|their|this|these|those|some|part|most)\b|[\p{L}-]+(?:['’]s|s['’])\s|[\p{Lu}])/u,
  described:
    /^(?:[\p{L}-]+ ){0,2}[\p{L}-]+(?:['’]s|s['’]) |^(?:the|a|an|some|part) .*\b(?:deployed|stationed|based|located|besieged|held|trapped) (?:in|at|near|by|from|along)\b/u,
  verb: /\b(?:is|are|was|were|has|have|had|will|would|may|might|can|could|shall|should|must|did|does|took|went|began|fell|left|made|came|held|lost|won|fought|sent|hit|struck|withdrew|drove|broke|shot|ran|saw|gave|put|set|led|met|got|became|kept|built|fled|rose|brought|intends?|plans?|near(?:s|ed|ing)|(?!(?:repeated|armed|allied|united|wounded|injured|besieged|occupied|deployed|called|named|so-called|limited|led|backed|based)\b)\w{2,}ed)\b/i,
};

/** Arabic: no capitals, clitics written together ("وسوف"), vowel signs taken out beforehand. */
const word = (alternatives: string) => new RegExp(String.raw`(?<!\p{L})[وف]?(?:${alternatives})(?!\p{L})`, "u");

const arabic: ClaimWords = {
  purpose: /^(?:ل?كي|بهدف|بغية|من أجل|ل(?:فتح|استعادة|طرد|رفع|فك|تأمين|إنهاء|قطع|تحرير|السيطرة|لسيطرة|منع))(?!\p{L})/u,
  plan: word(
    "[يت]عتزم(?:ون)?|[يت]نوي|ينوون|[يت]خطط(?:ون)?|[يت]ستعد(?:ون)?|[يت]هدف(?:ون)?|[يت]سعى|يسعون|[يت]تهيأ|[يت]ريد",
  ),
  forecast:
    /(?<!\p{L})[وف]?(?:من المتوقع|من المنتظر|من المقرر|[يت]ُ?توقع|متوقع|سوف|لن|(?!سيطر|سيار|سنوات|سنة|ستة|ستين|سيد)س[يتنأ]\p{L}{2,})(?!\p{L})/u,
  judgement: word("[يت]عتبر|[يت]عد|[يت]رى|يرون|يعتقد|أكبر|أهم|آخر"),
  condition: word("لا [يت]زال|ما زال|ما زالت|[يت]بقى|[يت]سيطر|[يت]قع"),
  denial: word("نفى|نفت|نفوا|[يت]نفي|نافيا|نافية|كذب|كذبت"),
  negation: word("لم|لن|لا(?! [يت]زال)|ليس|ليست|ليسوا|غير|دون"),
  possible: /(?<!\p{L})[وف]?(?:ربما|قد (?=[يتنأ]\p{L})|[يت]مكن|من الممكن|من المحتمل|محتمل|يحتمل|لعل)/u,
  probable: word("[يت]عتبر|من المتوقع|[يت]توقع|متوقع|[يت]بدو|على الأرجح|من المرجح|[يت]رجح|يعتقد|على ما يبدو"),
  governing: word("من المتوقع|[يت]توقع|[يت]بدو|على الأرجح|من المرجح|[يت]رجح|يعتقد|على ما يبدو"),
  presupposes: word("بفضل|رغم|بسبب|نتيجة|إثر|وسط"),
  relative: /^(?:الذي|التي|الذين|اللذان|اللتان|حيث)(?!\p{L})|(?<!\p{L})(?:الذي|التي|الذين|اللذان|اللتان)\s*$/u,
  naming: /^(?!)/,
  described: /^(?!)/,
  verb: /^(?!)/,
};

const UNSAID = new RegExp(`[\\u064b-\\u0652\\u0640${INVISIBLE}]`, "gu");

/** The words of a language (BCP 47); undefined for one whose words nobody has gathered yet. */
export function claimWords(language: string): ClaimWords | undefined {
  if (/^en\b/i.test(language)) return english;
  return /^ar\b/i.test(language) ? arabic : undefined;
}

/** Anything that is no plain letter, sign or single blank of English; a text without it is as it is expected. */
const UNPLAIN = /[^\x20-\x7e“”‘’–—]| {2}/;

/** A text with the spelling that the word lists expect: single spaces, no Arabic vowel signs, nothing invisible. */
export function plainWords(text: string): string {
  if (!UNPLAIN.test(text)) return text.trim();
  return text.replace(/\s+/g, " ").replace(UNSAID, "").trim();
}
