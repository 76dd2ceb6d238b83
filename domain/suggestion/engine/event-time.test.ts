import { describe, expect, test } from "vitest";
import { eventTimeIn } from "./event-time";

/** A Thursday. */
const published = "2017-04-06T10:00:00Z";

describe("when it happened, in a report of 6 April 2017", () => {
  test.each([
    ["The army struck the town yesterday.", "2017-04-05", "2017-04-05", "day"],
    ["They fled last night.", "2017-04-05", "2017-04-06", "day"],
    ["Shells fell overnight 3-4 April.", "2017-04-03", "2017-04-04", "day"],
    ["It burned on the night of 3 April.", "2017-04-03", "2017-04-04", "day"],
    ["It fell between 3 and 5 April.", "2017-04-03", "2017-04-05", "day"],
    ["It was hit on 4 April.", "2017-04-04", "2017-04-04", "day"],
    ["It was hit on April 4, 2016.", "2016-04-04", "2016-04-04", "day"],
    ["It was hit on the 4th.", "2017-04-04", "2017-04-04", "day"],
    ["It was hit on the 24th.", "2017-03-24", "2017-03-24", "day"],
    ["It was hit on 4.5.2016.", "2016-05-04", "2016-05-04", "day"],
    ["It was hit on 3/4/2017.", "2017-04-03", "2017-04-03", "day"],
    ["It was hit on 2017-03-01.", "2017-03-01", "2017-03-01", "day"],
    ["It was hit late on Tuesday.", "2017-04-04", "2017-04-04", "day"],
    ["It fell on Thursday.", "2017-04-06", "2017-04-06", "day"],
    ["It fell two days ago.", "2017-04-04", "2017-04-04", "day"],
    ["They left a fortnight ago.", "2017-03-20", "2017-03-26", "week"],
    ["They left last week.", "2017-03-27", "2017-04-02", "week"],
    ["They left in March 2016.", "2016-03-01", "2016-03-31", "month"],
    ["They left in December.", "2016-12-01", "2016-12-31", "month"],
    ["قصف الجيش البلدة أمس.", "2017-04-05", "2017-04-05", "day"],
    ["قصف الجيش البلدة يوم الثلاثاء.", "2017-04-04", "2017-04-04", "day"],
    ["وقع الهجوم في ٢ آب ٢٠١٦.", "2016-08-02", "2016-08-02", "day"],
    ["وقع الهجوم في 2 شباط.", "2017-02-02", "2017-02-02", "day"],
  ])("%s", (sentence, from, to, precision) => {
    expect(eventTimeIn(sentence, published)).toMatchObject({ from, to, precision });
  });

  test.each([
    ["Field sources said on Monday that the army left."],
    ["Nothing is said of time here."],
    ["It was hit on 31 February 2017."],
    ["The march went on."],
  ])("%s says no time", (sentence) => {
    expect(eventTimeIn(sentence, published)).toBeUndefined();
  });
});

test("without a day of publication relative words propose nothing, and a full date stands", () => {
  expect(eventTimeIn("They left yesterday.", undefined)).toBeUndefined();
  expect(eventTimeIn("They left on Tuesday.", undefined)).toBeUndefined();
  expect(eventTimeIn("They left on 4 April 2017.", undefined)).toMatchObject({
    from: "2017-04-04",
    basis: "stated",
    words: "4 April 2017",
  });
});
