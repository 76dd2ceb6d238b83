import type { ClaimAttributes } from "@/domain/tag/claim";

type EventTime = NonNullable<ClaimAttributes["eventTime"]>;

const MONTHS: Readonly<Record<string, number>> = numbered([
  ["january", "jan", "يناير", "كانون الثاني"],
  ["february", "feb", "فبراير", "شباط"],
  ["march", "mar", "مارس", "آذار", "اذار"],
  ["april", "apr", "أبريل", "ابريل", "نيسان"],
  ["may", "مايو", "أيار", "ايار"],
  ["june", "jun", "يونيو", "حزيران"],
  ["july", "jul", "يوليو", "تموز"],
  ["august", "aug", "أغسطس", "اغسطس", "آب"],
  ["september", "sept", "sep", "سبتمبر", "أيلول", "ايلول"],
  ["october", "oct", "أكتوبر", "اكتوبر", "تشرين الأول"],
  ["november", "nov", "نوفمبر", "تشرين الثاني"],
  ["december", "dec", "ديسمبر", "كانون الأول"],
]);
const WEEKDAYS: Readonly<Record<string, number>> = numbered(
  [
    ["sunday", "الأحد", "الاحد"],
    ["monday", "الاثنين", "الإثنين"],
    ["tuesday", "الثلاثاء"],
    ["wednesday", "الأربعاء", "الاربعاء"],
    ["thursday", "الخميس"],
    ["friday", "الجمعة"],
    ["saturday", "السبت"],
  ],
  0,
);
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
};

const month = Object.keys(MONTHS)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const weekday = Object.keys(WEEKDAYS).join("|");
const B = String.raw`(?<![\p{L}\p{N}])`;
const E = String.raw`(?![\p{L}\p{N}])`;
const pattern = (source: string) => new RegExp(`${B}${source}${E}`, "iu");
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;

type Found = { from?: Date; to?: Date; precision: NonNullable<EventTime["precision"]>; basis: "stated" | "computed" };
type Rule = readonly [RegExp, (parts: readonly string[], now: Date | undefined) => Found | undefined];

/** In the order in which they are tried: what names a day outright before what has to be computed. */
const rules: readonly Rule[] = [
  [pattern(String.raw`(\d{4})-(\d{2})-(\d{2})`), ([y, m, d]) => stated(day(y, m, d))],
  [
    pattern(String.raw`(?:between |from )?${DAY} ?(?:-|–|and|to) ?${DAY} (?:of )?(${month})\.?,?(?: (\d{4}))?`),
    ([first, last, m, y], now) => range(dated(first, m, y, now), dated(last, m, y, now), y),
  ],
  [pattern(String.raw`${DAY} (?:of )?(${month})\.?,?(?: (\d{4}))?`), ([d, m, y], now) => one(dated(d, m, y, now), y)],
  [pattern(String.raw`(${month})\.? ${DAY}(?:, ?(\d{4}))?`), ([m, d, y], now) => one(dated(d, m, y, now), y)],
  [pattern(String.raw`(\d{1,2})[./](\d{1,2})[./](\d{4})`), ([d, m, y]) => stated(day(y, m, d))],
  [
    pattern(String.raw`(?:in|since|during|in early|in late|في|خلال) (?:شهر )?(${month})(?: (\d{4}))?`),
    ([m, y], now) => wholeMonth(m, y, now),
  ],
  [pattern("(?:last night|overnight|الليلة الماضية|ليلة أمس)"), (_, now) => now && range(back(now, 1), now)],
  [pattern("(?:yesterday|أمس|امس|البارحة)"), (_, now) => now && computed(back(now, 1))],
  [
    pattern("(?:today|tonight|this (?:morning|afternoon|evening)|اليوم|صباح اليوم|مساء اليوم)"),
    (_, now) => now && computed(now),
  ],
  [
    pattern(String.raw`(\d+|${Object.keys(COUNTS).join("|")}) days? ago`),
    ([n], now) => now && computed(back(now, count(n))),
  ],
  [pattern("(?:قبل|منذ) يومين"), (_, now) => now && computed(back(now, 2))],
  [pattern(`(?:a fortnight|two weeks) ago`), (_, now) => now && week(back(now, 14))],
  [pattern("(?:a week ago|last week|الأسبوع الماضي)"), (_, now) => now && week(back(now, 7))],
  [pattern("(?:this week|هذا الأسبوع)"), (_, now) => now && week(now)],
  [
    pattern(
      `(?:on |last |early |late |by |since |يوم |ليل |مساء |صباح )*(?:night of )?(${weekday})(?: (?:night|morning|evening|afternoon))?`,
    ),
    ([name], now) => now && computed(lastWeekday(now, WEEKDAYS[(name ?? "").toLowerCase()] ?? 0)),
  ],
  [pattern(String.raw`on the (\d{1,2})(?:st|nd|rd|th)`), ([d], now) => now && computed(lastDay(now, Number(d)))],
];

/** Right before these words stands when something was said, not when it happened. */
const SAYING_BEFORE =
  /(?:said|says|told|stated|reported|announced|added|claimed|denied|warned|according to [^,]*|قال|أعلن|أفاد|صرح)(?: \p{L}+)? ?$/iu;

/** Without a digit, Arabic, "…day", the beginning of a month or one of the other words, no rule applies. */
const ANY_TIME = /[\d\u0600-\u06ff]|day|night|this |last |ago|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec/iu;

/**
 * When the claimed thing happened, by the words of its sentence, relative to the day of publication; undefined where the
 * words say nothing, and where they are relative and that day is unknown. A night reaches into the next day; a date of
 * two numbers and a year has the day first; the day of the saying is no day of the event.
 */
export function eventTimeIn(sentence: string, published: string | undefined): EventTime | undefined {
  if (!ANY_TIME.test(sentence)) return undefined;
  const text = sentence.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const now = published ? day(published.slice(0, 4), published.slice(5, 7), published.slice(8, 10)) : undefined;
  for (const [expected, read] of rules) {
    const match = expected.exec(text);
    if (!match || SAYING_BEFORE.test(text.slice(0, match.index))) continue;
    const found = read(match.slice(1), now);
    if (!found?.from) continue;
    const isNight = /overnight|(?:on the )?night of|night$|ليل/i.test(
      text.slice(Math.max(0, match.index - 14), match.index + match[0].length),
    );
    const to = found.to ?? (isNight && found.precision === "day" ? back(found.from, -1) : found.from);
    return {
      from: iso(found.from),
      to: iso(to),
      precision: found.precision,
      basis: found.basis,
      words: match[0].trim(),
    };
  }
  return undefined;
}

function numbered(names: readonly (readonly string[])[], from = 1): Record<string, number> {
  return Object.fromEntries(names.flatMap((same, at) => same.map((name) => [name, at + from])));
}

const count = (text = "") => COUNTS[text.toLowerCase()] ?? Number(text);
const iso = (date: Date) => date.toISOString().slice(0, 10);
const back = (date: Date, days: number) => new Date(date.getTime() - days * 86_400_000);

/** Undefined for a day that is in no calendar. */
function day(year = "", month = "", of = ""): Date | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(of)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(of) ? date : undefined;
}

/** A day and month without a year are the last such day up to publication. */
function dated(of = "", name = "", year = "", now: Date | undefined = undefined): Date | undefined {
  const number = String(MONTHS[name.toLowerCase()] ?? "");
  if (year) return day(year, number, of);
  if (!now) return undefined;
  const same = day(String(now.getUTCFullYear()), number, of);
  return same && same > back(now, -7) ? day(String(now.getUTCFullYear() - 1), number, of) : same;
}

const stated = (from: Date | undefined): Found | undefined => from && { from, precision: "day", basis: "stated" };
const computed = (from: Date | undefined): Found | undefined => from && { from, precision: "day", basis: "computed" };
const one = (from: Date | undefined, year: string | undefined) => (year ? stated(from) : computed(from));
const range = (from: Date | undefined, to: Date | undefined, year?: string): Found | undefined =>
  from && to && from <= to ? { from, to, precision: "day", basis: year ? "stated" : "computed" } : undefined;

function wholeMonth(name = "", year = "", now: Date | undefined = undefined): Found | undefined {
  const from = dated("1", name, year, now);
  if (!from) return undefined;
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 0));
  return { from, to, precision: "month", basis: year ? "stated" : "computed" };
}

/** From Monday to Sunday. */
function week(within: Date): Found {
  const from = back(within, (within.getUTCDay() + 6) % 7);
  return { from, to: back(from, -6), precision: "week", basis: "computed" };
}

const lastWeekday = (now: Date, wanted: number) => back(now, (now.getUTCDay() - wanted + 7) % 7);

function lastDay(now: Date, of: number): Date | undefined {
  const here = day(String(now.getUTCFullYear()), String(now.getUTCMonth() + 1), String(of));
  if (here && here <= now) return here;
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  return day(String(before.getUTCFullYear()), String(before.getUTCMonth() + 1), String(of));
}
