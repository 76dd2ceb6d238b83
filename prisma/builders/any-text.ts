import fc from "fast-check";

/** What has broken offsets somewhere before: pairs, joiners, combining marks, Arabic vowels, controls, odd spaces. */
const troublesome = fc.constantFrom(
  "😊",
  "👨‍👩‍👧",
  "👨🏻‍🚒",
  "🇸🇾",
  "e\u0301",
  "\u0301",
  "\u200d",
  "مُحَمَّد",
  "عقيربات،",
  "حلب",
  "\u0600",
  "\u00a0",
  "\u00ad",
  "\u200f",
  "\u2067",
  "\ufeff",
  "𝒳",
  "नि",
  "กำ",
  "각",
  "\r\n",
  "\r",
  "\n",
  "\n\n",
  "\t",
  " ",
  ". ",
  "al-Salamiyah",
  "ISIL’s",
  "# ",
  "- ",
  "> ",
  "1. ",
  "| a | b |",
  "|---|---|",
  "```",
  "===",
  "5%",
);

/** Well-formed text over the whole of Unicode, rich in what is hard. */
export const anyText = fc
  .array(
    fc.oneof(troublesome, fc.string({ unit: "binary", maxLength: 4 }), fc.string({ unit: "grapheme", maxLength: 8 })),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));
