import { describe, expect, test } from "vitest";
import { missingIn, needsRestatement } from "@/domain/assignment/missing";
import { TagId } from "@/domain/ids";
import type { TagState } from "@/domain/tag/tag";

const id = TagId.parse("00000000-0000-7000-8000-000000000001");
const claim = (attributes: Record<string, unknown>, state: TagState = "open", kind = "claim") => ({
  id,
  kind: kind as "claim",
  state,
  attributes,
});
const link = (state: TagState = "open") => ({ kind: "attributed-to" as const, from: id, state });
const whole = { kind: "event", restatement: "The army is in Hama." };

describe("what is missing before a report can be handed in", () => {
  test.each([
    {
      when: "nothing is said",
      of: claim({}),
      relations: [],
      foreign: true,
      are: ["kind", "restatement", "attribution?"],
    },
    { when: "the report is in our language", of: claim({}), relations: [link()], foreign: false, are: ["kind"] },
    { when: "all is said", of: claim(whole), relations: [link()], foreign: true, are: [] },
    {
      when: "the line is blank",
      of: claim({ ...whole, restatement: " " }),
      relations: [link()],
      foreign: true,
      are: ["restatement"],
    },
    {
      when: "the link was withdrawn",
      of: claim(whole),
      relations: [link("withdrawn")],
      foreign: true,
      are: ["attribution?"],
    },
    { when: "it came back", of: claim({}, "returned"), relations: [link()], foreign: false, are: ["kind"] },
    { when: "it was accepted", of: claim({}, "accepted"), relations: [], foreign: true, are: [] },
    { when: "it was withdrawn", of: claim({}, "withdrawn"), relations: [], foreign: true, are: [] },
    { when: "it is a place", of: claim({}, "open", "place"), relations: [], foreign: true, are: [] },
  ])("$when: $are", ({ of, relations, foreign, are }) => {
    const missing = missingIn({ annotations: [of], relations }, { foreign });
    expect(missing.map(({ field, required }) => `${field.replace("attributes.", "")}${required ? "" : "?"}`)).toEqual(
      are,
    );
  });

  test.each([
    { report: "ar-SY", project: ["en"], needs: true },
    { report: "en-GB", project: ["en", "ar"], needs: false },
    { report: "ar", project: ["en", "ar"], needs: true },
    { report: "en", project: [], needs: false },
  ])("a report in $report, a project in $project: $needs", ({ report, project, needs }) => {
    expect(needsRestatement(report, project)).toBe(needs);
  });
});
