import { describe, expect, test } from "vitest";
import { type Actor, roleIn, type Scope, type Standing, scopes } from "@/domain/access/actor";
import { analystLayer } from "@/domain/access/layer";
import {
  mayBeTold,
  maySeeLayer,
  maySeePresent,
  refusalForPermittedUse,
  refusalForStep,
  refusalForTag,
  refusalForVerdict,
  refusalInProject,
  refusalInWorkspace,
  seesEverybodysWork,
  seesOnlyAccepted,
  writingLayer,
} from "@/domain/access/policy";
import { type ProjectDeed, projectDeeds } from "@/domain/access/project-deeds";
import { TokenId, UserId, WorkspaceId } from "@/domain/ids";
import { ProjectRole } from "@/domain/project/project";

const me = UserId.parse("00000000-0000-7000-8000-000000000001");
const colleague = UserId.parse("00000000-0000-7000-8000-000000000002");

const someone = (granted: readonly Scope[] = scopes, workspaceRole: Actor["workspaceRole"] = "member"): Actor => ({
  userId: me,
  workspaceId: WorkspaceId.parse("00000000-0000-7000-8000-000000000003"),
  email: "me@example.org",
  name: "Me",
  workspaceRole,
  scopes: granted,
  via: { token: TokenId.parse("00000000-0000-7000-8000-000000000004") },
});

const as = (role: ProjectRole, mode: Standing["mode"] = "shared"): Standing => ({ role, mode });
const reasonOf = (failure: ReturnType<typeof refusalInProject>) =>
  failure?.kind === "forbidden" ? failure.reason : "allowed";

/** a: allowed; -: refused. In the order reader, analyst, reviewer, editor. */
const table: Record<ProjectDeed, string> = {
  "see-project": "aaaa",
  "see-members": "aaaa",
  "be-present": "aaaa",
  compare: "-aaa",
  "see-activity": "-aaa",
  export: "-aaa",
  "see-releases": "-aaa",
  "make-release": "---a",
  "decide-release": "--aa",
  "withdraw-release": "---a",
  tag: "-aaa",
  discuss: "-aaa",
  "see-events": "aaaa",
  "see-proposed-events": "-aaa",
  "change-event": "-aaa",
  "decide-event": "--aa",
  "put-entity": "-aaa",
  "grade-entity": "-aaa",
  triage: "-aaa",
  "see-work": "-aaa",
  "see-copies": "-aaa",
  "decide-copy": "---a",
  "do-work": "-aaa",
  "see-agreement": "--aa",
  "see-dashboard": "---a",
  "see-moves": "---a",
  "see-candidates": "---a",
  "see-jobs": "---a",
  "cancel-job": "---a",
  "merge-entity": "--aa",
  "see-merge-proposals": "--aa",
  "preview-merge": "--aa",
  "merge-layers": "--aa",
  "see-queue": "--aa",
  decide: "--aa",
  "open-layers": "--aa",
  "close-report": "--aa",
  "review-work": "--aa",
  assign: "---a",
  import: "---a",
  "change-report": "---a",
  "change-project": "---a",
  "change-members": "---a",
  "archive-report": "---a",
  "delete-report": "---a",
  "archive-project": "---a",
  "see-protection": "-aaa",
  protect: "-aaa",
  permit: "--aa",
  "change-protection": "---a",
  "see-disclosures": "---a",
  "see-webhooks": "---a",
  "set-webhooks": "---a",
  "see-deleted": "aaaa",
};

test("in an archived project everything can be read, and nothing changed but the archive itself", () => {
  const archived: Standing = { role: "editor", mode: "shared", archived: true };
  const still = (Object.keys(table) as ProjectDeed[]).filter(
    (deed) => reasonOf(refusalInProject(someone(), archived, deed)) === "allowed",
  );
  expect(still.filter((deed) => projectDeeds[deed].scope === "write")).toEqual(["be-present", "archive-project"]);
  expect(reasonOf(refusalInProject(someone(), archived, "tag"))).toBe("project-archived");
});

describe.each(Object.entries(table))("%s", (deed, row) => {
  const roles: ProjectRole[] = ["reader", "analyst", "reviewer", "editor"];
  test.each(roles.map((role, index) => ({ role, allowed: row[index] === "a" })))("$role: $allowed", (each) => {
    // The keys of the table are the actions.
    const refusal = refusalInProject(someone(), as(each.role), deed as ProjectDeed);
    expect(refusal === undefined).toBe(each.allowed);
  });
});

test.each([
  { deed: "tag", granted: ["read"], reason: "token-scope" },
  { deed: "tag", granted: ["read", "write"], reason: "allowed" },
  { deed: "export", granted: ["read", "write"], reason: "token-scope" },
  { deed: "export", granted: ["export"], reason: "allowed" },
  { deed: "see-project", granted: ["write"], reason: "token-scope" },
] as const)("a token for $granted and $deed: $reason", ({ deed, granted, reason }) => {
  expect(reasonOf(refusalInProject(someone(granted), as("editor"), deed))).toBe(reason);
});

test.each([
  { deed: "make-project", role: "member", reason: "needs-admin" },
  { deed: "make-project", role: "admin", reason: "allowed" },
  { deed: "manage-people", role: "member", reason: "needs-admin" },
  { deed: "manage-own", role: "member", reason: "allowed" },
  { deed: "see-own", role: "member", reason: "allowed" },
  { deed: "mark-own", role: "member", reason: "allowed" },
] as const)("$deed in the workspace as $role: $reason", ({ deed, role, reason }) => {
  expect(reasonOf(refusalInWorkspace(someone(scopes, role), deed))).toBe(reason);
});

test.each([
  { workspace: "admin", member: undefined, role: "editor" },
  { workspace: "admin", member: "reader", role: "reader" },
  { workspace: "member", member: "analyst", role: "analyst" },
  { workspace: "member", member: undefined, role: undefined },
] as const)("$workspace of the workspace, $member of the project: $role", ({ workspace, member, role }) => {
  expect(roleIn(workspace, member)).toBe(role);
});

const own = analystLayer(me);
const others = analystLayer(colleague);

test.each([
  { role: "analyst", mode: "shared", writes: "shared" },
  { role: "reviewer", mode: "shared", writes: "shared" },
  { role: "analyst", mode: "independent", writes: own },
  { role: "reviewer", mode: "independent", writes: "final" },
  { role: "editor", mode: "independent", writes: "final" },
] as const)("a $role of a project that works $mode writes in $writes", ({ role, mode, writes }) => {
  expect(writingLayer(me, as(role, mode))).toBe(writes);
});

/** Which layers one sees while analysts work blind, and once the layers are open. */
test.each([
  { role: "analyst", layer: own, blind: true, open: true },
  { role: "analyst", layer: others, blind: false, open: true },
  { role: "analyst", layer: "final", blind: false, open: true },
  { role: "reviewer", layer: others, blind: false, open: true },
  { role: "reviewer", layer: "final", blind: true, open: true },
  { role: "editor", layer: others, blind: false, open: true },
  { role: "reader", layer: others, blind: false, open: false },
  { role: "reader", layer: "final", blind: true, open: true },
] as const)("a $role and the layer $layer: blind $blind, open $open", ({ role, layer, blind, open }) => {
  expect(maySeeLayer(me, as(role, "independent"), layer, false)).toBe(blind);
  expect(maySeeLayer(me, as(role, "independent"), layer, true)).toBe(open);
});

test("in a shared project everybody sees the shared layer, and a reader only what was accepted in it", () => {
  for (const role of ProjectRole.options) expect(maySeeLayer(me, as(role), "shared", false)).toBe(true);
  expect(ProjectRole.options.filter((role) => seesOnlyAccepted(as(role)))).toEqual(["reader"]);
});

test.each([
  { layer: "shared", reportClosed: false, role: "analyst", reason: "allowed" },
  { layer: "shared", reportClosed: true, role: "analyst", reason: "report-closed" },
  { layer: "shared", reportClosed: false, role: "reader", reason: "needs-analyst" },
  { layer: others, reportClosed: false, role: "analyst", reason: "not-your-layer" },
] as const)(
  "changing a tag in $layer as $role, closed $reportClosed: $reason",
  ({ layer, reportClosed, role, reason }) => {
    expect(reasonOf(refusalForTag(someone(), as(role), { layer, reportClosed }))).toBe(reason);
  },
);

test.each([
  { author: me, twoPersonRule: true, accepting: true, reason: "own-work" },
  { author: me, twoPersonRule: true, accepting: false, reason: "allowed" },
  { author: me, twoPersonRule: false, accepting: true, reason: "allowed" },
  { author: colleague, twoPersonRule: true, accepting: true, reason: "allowed" },
])("own tag $author, rule $twoPersonRule, accepting $accepting: $reason", ({ reason, ...about }) => {
  expect(reasonOf(refusalForVerdict(someone(), as("reviewer"), { ...about, reportClosed: false }))).toBe(reason);
});

describe("an assignment is brought a step further", () => {
  test.each([
    { role: "analyst", mine: true, who: ["self"], answer: "allowed" },
    { role: "analyst", mine: false, who: ["self"], answer: "not-your-assignment" },
    { role: "analyst", mine: false, who: ["self", "editor"], answer: "needs-editor" },
    { role: "analyst", mine: true, who: ["reviewer"], answer: "needs-reviewer" },
    { role: "reader", mine: true, who: ["self"], answer: "needs-analyst" },
    { role: "reviewer", mine: false, who: ["reviewer"], answer: "allowed" },
    { role: "reviewer", mine: false, who: ["editor"], answer: "needs-editor" },
    { role: "editor", mine: false, who: ["self", "editor"], answer: "allowed" },
    { role: "editor", mine: false, who: ["self"], answer: "not-your-assignment" },
  ] as const)("$role, own work: $mine, by $who: $answer", ({ role, mine, who, answer }) => {
    expect(reasonOf(refusalForStep(someone(), as(role), { who, mine }))).toBe(answer);
  });

  test.each([
    { role: "analyst", mode: "shared", open: false, all: true },
    { role: "analyst", mode: "independent", open: false, all: false },
    { role: "analyst", mode: "independent", open: true, all: true },
    { role: "reviewer", mode: "independent", open: false, all: true },
  ] as const)("$role in a $mode project, layers open $open, sees everybody's: $all", ({ role, mode, open, all }) => {
    expect(seesEverybodysWork(as(role, mode), open)).toBe(all);
  });
});

/** Who knows that a colleague is here: in the order reader, analyst, reviewer, editor. */
test.each([
  { mode: "shared", layersOpen: false, sees: "-aaa" },
  { mode: "independent", layersOpen: false, sees: "--aa" },
  { mode: "independent", layersOpen: true, sees: "-aaa" },
] as const)("presence, $mode, layers open $layersOpen: $sees", ({ mode, layersOpen, sees }) => {
  const ranks: ProjectRole[] = ["reader", "analyst", "reviewer", "editor"];
  const answers = ranks.map((role) => maySeePresent(me, as(role, mode), { colleague, layersOpen }));
  expect(answers.map((each) => (each ? "a" : "-")).join("")).toBe(sees);
  expect(maySeePresent(me, as("reader", mode), { colleague: me, layersOpen })).toBe(true);
});

test.each([
  { role: "reader", about: { layer: "shared", discussion: true, tag: false }, told: false },
  { role: "reader", about: { layer: "shared", discussion: false, tag: true }, told: false },
  { role: "reader", about: { discussion: false, tag: false }, told: true },
  { role: "analyst", about: { layer: "shared", discussion: true, tag: true }, told: true },
] as const)("$role is told of $about: $told", ({ role, about, told }) => {
  expect(mayBeTold({ userId: me, standing: as(role), layersOpen: false }, about)).toBe(told);
});

test.each<{ role: ProjectRole; mode: Standing["mode"]; loosens: boolean; everybodys: boolean; is: string }>([
  { role: "reader", mode: "shared", loosens: false, everybodys: true, is: "needs-analyst" },
  { role: "analyst", mode: "shared", loosens: false, everybodys: true, is: "allowed" },
  { role: "analyst", mode: "shared", loosens: true, everybodys: true, is: "needs-reviewer" },
  { role: "reviewer", mode: "shared", loosens: true, everybodys: true, is: "allowed" },
  { role: "analyst", mode: "independent", loosens: false, everybodys: true, is: "needs-reviewer" },
  { role: "analyst", mode: "independent", loosens: false, everybodys: false, is: "allowed" },
  { role: "analyst", mode: "independent", loosens: true, everybodys: false, is: "allowed" },
  { role: "analyst", mode: "independent", loosens: true, everybodys: true, is: "needs-reviewer" },
  { role: "reviewer", mode: "independent", loosens: false, everybodys: true, is: "allowed" },
])("$role, $mode, loosens $loosens, everybody's $everybodys: $is", ({ role, mode, loosens, everybodys, is }) => {
  expect(reasonOf(refusalForPermittedUse(someone(), { role, mode }, { loosens, everybodys }))).toBe(is);
});
