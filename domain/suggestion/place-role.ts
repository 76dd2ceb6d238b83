import type { featureTypes } from "@/domain/gazetteer/place-values";
import type { placeRoles } from "@/domain/tag/relation-values";

export type PlaceRole = (typeof placeRoles)[number];
type FeatureType = (typeof featureTypes)[number];

/** Words that stand for a role right before a place. "to" is told apart from a gift or an infinitive below. */
const PREPOSITIONS: readonly (readonly [PlaceRole, RegExp])[] = [
  [
    "near",
    /\b(?:near(?:by)?|around|outside|close to|next to|not far from|overlook(?:s|ed|ing)?|on the outskirts of)$/i,
  ],
  ["from", /\bfrom$/i],
  ["to", /\b(?:towards?|into|onto|in the direction of)$/i],
  ["via", /\b(?:via|through|by way of)$/i],
  ["along", /\balong$/i],
  ["between", /\bbetween$/i],
  ["near", /(?<!\p{L})(?:قرب|بالقرب من|قريب من|على مشارف|محيط|حول)$/u],
  ["from", /(?<!\p{L})(?:من|انطلاقا من)$/u],
  ["to", /(?<!\p{L})(?:إلى|نحو|باتجاه|صوب)$/u],
  ["via", /(?<!\p{L})(?:عبر)$/u],
  ["along", /(?<!\p{L})(?:على طول)$/u],
  ["between", /(?<!\p{L})(?:بين)$/u],
];

/** What may stand between a preposition and the name: articles, compass points, kinds of places. */
const INTRODUCTION =
  /(?:(?:^|\s)(?:the|a|an|its|their|this|that|other|strategic|key|main|small|northern|southern|eastern|western|central|north|south|east|west|provincial|(?:town|city|village|region|regions|area|areas|province|district|countryside|camp|governorate|road|border|hill|hills) of|(?:town|city|village|area|province|district|hill|hills)|بلدة|مدينة|قرية|منطقة|محافظة|ريف|طريق|تل))+$/iu;

const MOTION =
  /\b(?:mov|advanc|head|march|go|went|travel|lead|drove|driv|fle[ed]|retreat|withdr|transfer|sen[dt]|return|arriv|line|route|way|front|suppl|transport|evacuat|displac)\w*/i;
const JOINING = /\b(?:connect|link|joining|joins?)\w*\b/i;
const JOINED = /\b(?:to|and|with)$|,$/i;

/** Blanks that are more than one space. */
const UNEVEN = /[^\S ]| {2}/;

/** The role of a place in a claim, from the claim's words before it. */
export function placeRole(before: string): PlaceRole {
  const text = (UNEVEN.test(before) ? before.replace(/\s+/g, " ") : before).trimEnd();
  const bare = text.replace(INTRODUCTION, "").trimEnd();
  if (JOINING.test(text) && (JOINED.test(bare) || JOINING.test(lastWords(bare)))) return "between";
  const said = PREPOSITIONS.find(([, words]) => words.test(bare))?.[0];
  if (said) return said;
  return /\bto$/i.test(bare) && MOTION.test(bare) ? "to" : "at";
}

/** ACLED geo-precision of a link: 1 the named town, 2 near it or a part of a region, 3 a larger region. */
export function linkPrecision(role: PlaceRole, featureType: FeatureType | undefined): 1 | 2 | 3 | undefined {
  if (featureType === undefined) return undefined;
  if (["province", "region", "country", "area"].includes(featureType)) return 3;
  if (["district", "road", "border"].includes(featureType)) return 2;
  return role === "near" ? 2 : 1;
}

function lastWords(text: string): string {
  return text.split(" ").slice(-2).join(" ");
}
