import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normal, saidIn } from "@/domain/codebook/normal-form";

describe("what says nothing", () => {
  test.each([
    { attributes: { actors: [] } },
    { attributes: { quantities: [] } },
    { attributes: { quantities: [{ what: "killed" }, { what: "injured", words: " " }] } },
    { attributes: { eventTime: {} } },
    { attributes: { eventTime: { words: "", from: undefined } } },
    { attributes: { checkWorthy: false } },
    { attributes: { certainty: "unspecified" } },
    { attributes: { nodes: [], candidates: [], direction: "", partOfName: false, metonym: false } },
    { attributes: { nodes: ["", " "] } },
    { attributes: { located: {} } },
    { attributes: { nested: false, primary: false, note: "\n" } },
  ])("$attributes is nothing", ({ attributes }) => {
    expect(saidIn(attributes)).toEqual({});
  });

  test.each([
    { attributes: { quantities: [{ what: "killed", low: 0 }] } },
    { attributes: { quantities: [{ what: "killed", words: "dozens" }] } },
    { attributes: { located: { name: "Null Island", latitude: 0, longitude: 0 } } },
    { attributes: { credibility: 6, standing: "background" } },
    { attributes: { eventTime: { precision: "unknown" } } },
    { attributes: { note: "unspecified" } },
    { attributes: { checkWorthy: true } },
  ])("$attributes stays", ({ attributes }) => {
    expect(saidIn(attributes)).toEqual(attributes);
  });

  test("a blank row among others goes", () => {
    const quantities = [{ what: "killed" }, { what: "killed", low: 2 }];
    expect(saidIn({ quantities })).toEqual({ quantities: [{ what: "killed", low: 2 }] });
  });
});

test("what was made normal stays as it is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("certainty", "quantities", "note", "nodes"), fc.jsonValue()), (said) => {
      expect(saidIn(saidIn(said))).toEqual(saidIn(said));
      expect(normal(said)).toEqual(normal(saidIn(said)));
    }),
  );
});
