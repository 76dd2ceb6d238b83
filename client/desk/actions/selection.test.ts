import { describe, expect, test } from "vitest";
import { deskOn, reportOf, spanOf, startOn } from "@/client/desk/desk.fixture";
import type { TagId } from "@/domain/ids";

const text = "Local sources in Hama said that the bridge was closed.";
const words = (quote: string) => spanOf(text, quote);

function tagged() {
  const desk = deskOn(text);
  const source = desk.annotate("source", words("Local sources"));
  const place = desk.annotate("place", words("Hama"));
  const claim = desk.annotate("claim", words("the bridge was closed"));
  desk.select(null);
  return { desk, source, place, claim };
}

describe("selecting", () => {
  test("is told only when something else is selected", () => {
    const { desk, claim } = tagged();
    let told = 0;
    desk.subscribe(() => {
      told += 1;
    });
    desk.select(claim);
    desk.select(claim);
    expect(told).toBe(1);
  });

  test("lets go of what was picked, unless one goes on picking", () => {
    const { desk, claim, place } = tagged();
    desk.pick([claim, place]);
    desk.select(place, true);
    expect([...desk.getState().picked]).toEqual([claim, place]);
    desk.select(claim);
    expect(desk.getState().picked.size).toBe(0);
  });

  test("leaves words alone, and words leave the tag selected unless another is named", () => {
    const { desk, claim, place } = tagged();
    desk.select(claim);
    desk.choose(words("Hama"));
    expect(desk.getState()).toMatchObject({ passage: words("Hama"), selected: claim });
    desk.choose(words("Local"), place);
    expect(desk.getState().selected).toBe(place);
  });

  test("hovering over the same tag again is not told", () => {
    const { desk, claim } = tagged();
    let told = 0;
    desk.subscribe(() => {
      told += 1;
    });
    desk.hover(claim);
    desk.hover(claim);
    desk.hover(null);
    expect(told).toBe(2);
  });
});

describe("while a link is begun, selecting", () => {
  test("makes the only link there can be, selects nothing else and ends it", () => {
    const { desk, claim, place } = tagged();
    desk.select(claim);
    desk.startLinking(claim);
    desk.select(place);
    const [link] = [...desk.getState().relations.values()];
    expect(link).toMatchObject({ kind: "located-at", from: claim, to: place, state: "open" });
    expect(desk.getState()).toMatchObject({ linkingFrom: null, linkingTo: null, selected: claim });
  });

  test("asks how two claims are related, and takes a kind that was said before", () => {
    const { desk, claim } = tagged();
    const other = desk.annotate("claim", words("said that the bridge was closed"));
    desk.startLinking(claim);
    desk.select(other);
    expect(desk.getState()).toMatchObject({ linkingFrom: claim, linkingTo: `tag:${other}` });
    expect(desk.getState().relations.size).toBe(0);
    desk.startLinking(claim, "contradicts");
    expect(desk.getState()).toMatchObject({ linkingAs: "contradicts", linkingTo: null });
    desk.select(other);
    expect([...desk.getState().relations.values()]).toMatchObject([{ kind: "contradicts", from: claim, to: other }]);
  });

  test("selects what no link leads to, and ends it", () => {
    const { desk, source, place } = tagged();
    desk.startLinking(source);
    desk.select(place);
    expect(desk.getState()).toMatchObject({ selected: place, linkingFrom: null });
    expect(desk.getState().relations.size).toBe(0);
  });

  test("the tag it begins at selects it and ends it", () => {
    const { desk, claim } = tagged();
    desk.startLinking(claim);
    desk.select(claim);
    expect(desk.getState()).toMatchObject({ selected: claim, linkingFrom: null });
  });

  test("a tag that is not there any more makes no link", () => {
    const { desk, claim } = tagged();
    desk.startLinking(claim);
    desk.select("00000000-0000-7000-8000-000000000000" as TagId);
    expect(desk.getState().relations.size).toBe(0);
  });
});

describe("reviewing", () => {
  const me = (may: object) => ({ ...startOn(reportOf(text)).me, ...may });

  test.each([
    [{ mayDecide: true, mayTag: false }, true],
    [{ mayDecide: false, mayTag: true }, true],
    [{ mayDecide: false, mayTag: false }, false],
  ])("is for whoever may %o", (may, expected) => {
    const desk = deskOn(text, { me: me(may) });
    desk.review(true);
    expect(desk.getState().reviewing).toBe(expected);
    desk.review(false);
    expect(desk.getState().reviewing).toBe(false);
  });
});

test("filters that are not named stay", () => {
  const { desk } = tagged();
  desk.filter({ states: new Set(["open"] as const) });
  desk.filter({ hiddenKinds: new Set(["place"]) });
  expect(desk.getState().filters).toMatchObject({ states: new Set(["open"]), hiddenKinds: new Set(["place"]) });
});
