import { expect, test } from "vitest";
import { type Approval, approvalOf, type ReleaseVerdict } from "./approval";

const asked = { askedBy: "edith", digest: "d1", protection: 4 };
const said = (
  by: string,
  decision: ReleaseVerdict["decision"],
  more: Partial<ReleaseVerdict> = {},
): ReleaseVerdict => ({
  by,
  decision,
  digest: "d1",
  protection: 4,
  ...more,
});

test.each<{ when: string; secondPerson?: boolean; verdicts: ReleaseVerdict[]; is: Approval }>([
  { when: "the project asks for nobody", secondPerson: false, verdicts: [], is: "free" },
  { when: "nobody looked", verdicts: [], is: "waiting" },
  { when: "only whoever asked says yes", verdicts: [said("edith", "approve")], is: "waiting" },
  { when: "another says yes", verdicts: [said("rita", "approve")], is: "approved" },
  { when: "another says no", verdicts: [said("rita", "refuse")], is: "refused" },
  { when: "the last word is no", verdicts: [said("rita", "approve"), said("omar", "refuse")], is: "refused" },
  { when: "whoever asked speaks last", verdicts: [said("rita", "approve"), said("edith", "refuse")], is: "approved" },
  { when: "something else is released", verdicts: [said("rita", "approve", { digest: "d0" })], is: "outdated" },
  { when: "more is protected since", verdicts: [said("rita", "approve", { protection: 3 })], is: "outdated" },
])("$when: $is", ({ secondPerson = true, verdicts, is }) => {
  expect(approvalOf({ secondPerson }, asked, verdicts)).toBe(is);
});
