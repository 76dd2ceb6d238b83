import { describe, expect, test } from "vitest";
import { carried, isOverruled } from "@/domain/seen";

describe("a change by somebody who said what they saw", () => {
  test.each([
    { when: "nobody else changed it", seen: "a", now: "a", wish: "b", change: { name: "b" }, overruled: [] },
    { when: "they leave it as they saw it", seen: "a", now: "c", wish: "a", change: {}, overruled: [] },
    { when: "both changed it alike", seen: "a", now: "b", wish: "b", change: { name: "b" }, overruled: [] },
    { when: "both changed it", seen: "a", now: "c", wish: "b", change: { name: "b" }, overruled: ["name"] },
    { when: "there was nothing", seen: null, now: undefined, wish: "b", change: { name: "b" }, overruled: [] },
    { when: "there is something now", seen: null, now: "c", wish: "b", change: { name: "b" }, overruled: ["name"] },
  ])("$when", ({ seen, now, wish, change, overruled }) => {
    expect(carried<{ name: string | null }>({ name: wish }, { name: seen }, { name: now })).toEqual({
      change,
      overruled,
    });
  });

  test("says nothing of fields that were not looked at", () => {
    expect(carried({ name: "b" }, undefined, { name: "c" })).toEqual({ change: { name: "b" }, overruled: [] });
    expect(carried<{ name: string; due: string }>({ name: "b" }, { due: "a" }, { name: "c", due: "d" })).toEqual({
      change: { name: "b" },
      overruled: [],
    });
  });

  test("objects are alike in whatever order their keys stand", () => {
    const [review, turned] = [
      { rate: 1, reasons: ["a"] },
      { reasons: ["a"], rate: 1 },
    ];
    expect(carried({ review: { rate: 0, reasons: [] } }, { review }, { review: turned }).overruled).toEqual([]);
  });

  test.each([
    { now: "open", seen: "open", wish: "closed", is: false },
    { now: "closed", seen: "open", wish: "closed", is: false },
    { now: "returned", seen: "open", wish: "closed", is: true },
    { now: "returned", seen: undefined, wish: "closed", is: false },
  ])("a state that is $now, was seen $seen and shall be $wish", ({ now, seen, wish, is }) => {
    expect(isOverruled(now, { seen, wish })).toBe(is);
  });
});
