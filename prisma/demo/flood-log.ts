/**
 * A long report made from parts: a flood desk's log of the demo's week, hour by hour, some 20,000 words. The same
 * call always gives the same text.
 */
export function floodLog(): string {
  const parts = ["The flood desk’s log: seven days on the Nile, hour by hour"];
  parts.push(
    "ATBARA, 9 August 2026 (Sahel Wire) – This is the log that the flood desk of Sahel Wire kept between Monday and Sunday. It is fiction, written for the demonstration of an annotation tool.",
  );
  for (const [day, name] of days.entries()) {
    parts.push(`${name}, ${day + 3} August 2026`);
    for (let hour = 0; hour < 24; hour += 1) parts.push(entry(day, hour));
  }
  return `${parts.join("\n\n")}\n`;
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const gauges = ["Atbara", "Shendi", "Ad-Damir", "Berber", "Merowe", "Abu Hamad", "Khartoum"];
const voices = [
  "a bridge engineer",
  "the local committee in Ad-Damir",
  "an official at the irrigation ministry",
  "a lorry driver",
  "a railway guard",
  "two shopkeepers on the eastern bank",
  "a teacher in Shendi",
];
const sights = [
  "the water stood at the third step below the market",
  "sandbags were laid along the road to the railway yards",
  "boats carried flour and medicine to the low quarters",
  "the approach to the bridge was soft and lorries were kept away",
  "families slept on the roof of the school",
  "the pumps at the hospital had worked without a pause",
  "the ferry had stopped because of driftwood",
  "a queue of lorries reached back to the second petrol station",
];
const outlooks = [
  "The ministry expects the peak within three days.",
  "The committee fears that the dyke may not hold another night.",
  "Engineers intend to lay more gravel as soon as the water allows.",
  "The governor’s office denied that anybody had been left without help.",
  "Nobody could confirm reports of further deaths.",
  "Teachers plan to open the school again on the first dry day.",
];

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

function entry(day: number, hour: number): string {
  const n = day * 24 + hour;
  const place = pick(gauges, n);
  const other = pick(gauges, n + 3);
  const level = (1480 + 4 * n - Math.max(0, n - 120) * 6) / 100;
  const time = `${String(hour).padStart(2, "0")}:00`;
  return [
    `${time}. The gauge at ${place} shows ${level.toFixed(2)} metres, ${change(n)} the hour before.`,
    `${capital(pick(voices, n))} told the desk that ${pick(sights, n)}, and that ${pick(sights, n + 3)}.`,
    `In ${other}, ${pick(voices, n + 2)} said that ${pick(sights, n + 5)}; this could not be checked from here.`,
    `${capital(pick(voices, n + 4))} said by telephone that some ${20 + (n % 40)} families had left their homes since the morning, ${n % 3 === 0 ? "fewer" : "more"} than the desk had noted at the last call.`,
    pick(outlooks, n),
    `On the road from Port Sudan to Atbara ${40 + ((n * 7) % 260)} lorries were counted, ${n % 2 === 0 ? "most of them standing" : "half of them moving"}.`,
    pick(outlooks, n + 2),
    `The desk asked again in ${other} and in ${place}: ${pick(voices, n + 5)} had nothing to add, while ${pick(voices, n + 6)} said that ${pick(sights, n + 1)}.`,
  ].join(" ");
}

const change = (n: number) => (n < 120 ? "four centimetres above" : "two centimetres below");
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
