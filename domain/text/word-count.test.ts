import { expect, test } from "vitest";
import { countWords } from "./word-count";

test.each([
  { text: "Hundreds of people left Hama.", language: "en", words: 5 },
  { text: "al-Salamiyah-Ithriya road, ISIL’s siege; the army's forces’", language: "en", words: 7 },
  { text: "1,200 people, 3.5 per cent, T-72, $5 and 50%", language: "en", words: 9 },
  { text: "The U.S. Army — 😊 *** left…", language: "en", words: 4 },
  { text: "See https://ex.org/a-b?c=d, or a.b@c.org.", language: "en", words: 4 },
  { text: "« C’est fini\u202f», a dit Macron\u202f: 1\u202f200 morts\u202f!", language: "fr", words: 7 },
  { text: "عقيربات، شرق مُحَمَّد\u200f ٥٠٪", language: "ar", words: 4 },
  { text: "می\u200cخواهم خانه\u200cها", language: "fa", words: 2 },
  { text: "Ha\u00adma\u2060 a", language: "en", words: 2 },
  { text: "國防部表示，前線的情況穩定。", language: "zh", words: 6 },
  { text: "彼は学校に行きました。", language: "ja", words: 7 },
  { text: "กระทรวงกลาโหมกล่าวว่า", language: "th", words: 4 },
  { text: "BBC的记者 in 北京", language: "zh", words: 5 },
  { text: "군이 떠났다.", language: "ko", words: 2 },
  { text: " …\n", language: "en", words: 0 },
])("“$text” has $words words", ({ text, language, words }) => expect(countWords(text, language)).toBe(words));

test.each([
  { language: "zh", sentence: "國防部表示，前線的情況穩定。", least: 0.4 },
  { language: "ja", sentence: "国防省は前線の状況は安定していると述べた。", least: 0.4 },
  { language: "th", sentence: "กระทรวงกลาโหมกล่าวว่าสถานการณ์ในแนวหน้ามีเสถียรภาพ", least: 0.12 },
  { language: "my", sentence: "ကာကွယ်ရေးဝန်ကြီးဌာနကပြောကြားခဲ့သည်။", least: 0.1 },
])("a long report in $language is counted in words, not in sentences", ({ language, sentence, least }) => {
  const text = sentence.repeat(200);
  expect(countWords(text, language) / text.length).toBeGreaterThan(least);
});
