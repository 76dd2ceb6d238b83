import { readMgrs } from "@/domain/gazetteer/mgrs";
import type { TypedPoint } from "@/domain/gazetteer/point";

/** Why typed words are no point on the globe. */
export type NoPoint = "unreadable" | "off-globe" | "one-number";

const UNSEEN = /[\u200b-\u200f\u061c\u2066-\u2069\ufeff]/g;

/**
 * Reads a point somebody typed: decimal degrees ("35.13, 36.75"; latitude first), degrees with minutes and seconds, with
 * or without letters ("35°7'54\"N 36°45'28\"E", "35 07 54, 36 45 28"), or MGRS ("37SCU8213990141"). Letters say which is
 * which, in either order. Decimal commas are read where something else parts the two numbers.
 */
export function readPoint(typed: string): TypedPoint | NoPoint {
  const text = typed.slice(0, 200).replace(UNSEEN, "").replace(/[−–]/g, "-").replace(/\s+/g, " ").trim();
  const square = readMgrs(text);
  if (square) return square;
  const [one, other] = halves(text).map(angle);
  if (!one) return "unreadable";
  if (!other) return "one-number";
  const turned = one.axis === "longitude" || other.axis === "latitude";
  if (one.axis !== undefined && one.axis === other.axis) return "unreadable";
  const [latitude, longitude] = turned ? [other.degrees, one.degrees] : [one.degrees, other.degrees];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : "off-globe";
}

/** The two angles of a point, as far as they can be told apart. */
function halves(text: string): string[] {
  const lettered =
    /^(.*?\d.*?[NSEW]) ?[,;/]? ?(.*\d.*[NSEW])$/i.exec(text) ??
    /^([NSEW].*?\d.*?) ?[,;/]? ?([NSEW].*\d.*)$/i.exec(text);
  if (lettered) return lettered.slice(1);
  const parted = text.split(/ ?[;/] ?|, (?=[+-]?\d)|(?<=[°'"’”]),/);
  if (parted.length === 2) return parted;
  const points = /^([+-]?\d+(?:\.\d+)?),([+-]?\d+(?:\.\d+)?)$/.exec(text);
  if (points?.[0].includes(".")) return points.slice(1);
  const words = text.split(" ");
  return words.length % 2 === 0
    ? [words.slice(0, words.length / 2).join(" "), words.slice(words.length / 2).join(" ")]
    : [text];
}

const NUMBER = String.raw`\d{1,3}(?:[.,]\d+)?`;
const ANGLE = new RegExp(
  `^([NSEW])? ?([+-])?(${NUMBER}) ?[°ºd:]? ?(?:(${NUMBER}) ?['’′m:]? ?(?:(${NUMBER}) ?(?:["”″s]|''|’’|′′)?)?)? ?([NSEW])?$`,
  "i",
);

/** One angle in degrees, and which of the two it is where a letter says so. */
function angle(text: string): { degrees: number; axis: "latitude" | "longitude" | undefined } | undefined {
  const [whole, before, sign, ...rest] = ANGLE.exec(text.trim()) ?? [];
  const [degrees, minutes, seconds, after] = rest;
  if (whole === undefined || degrees === undefined || (before && after)) return undefined;
  const letter = (before ?? after ?? "").toUpperCase();
  const [m, s] = [number(minutes), number(seconds)];
  // Only the last number has decimals, minutes and seconds stay below 60, and a letter and a minus contradict each other.
  if (m >= 60 || s >= 60 || (letter && sign === "-")) return undefined;
  if ((minutes && !Number.isInteger(number(degrees))) || (seconds && !Number.isInteger(m))) return undefined;
  const value = number(degrees) + m / 60 + s / 3600;
  const negative = sign === "-" || letter === "S" || letter === "W";
  const axis = letter === "" ? undefined : "NS".includes(letter) ? "latitude" : "longitude";
  return { degrees: Number((negative ? -value : value).toFixed(6)) + 0, axis };
}

const number = (text = "0") => Number(text.replace(",", "."));
