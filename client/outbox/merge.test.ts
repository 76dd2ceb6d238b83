import { expect, test } from "vitest";
import { newId } from "@/client/new-id";
import { merge } from "@/client/outbox/merge";
import type { Row } from "@/client/outbox/row";
import type { OpId, ProjectId, ReportId, TagId } from "@/domain/ids";

type Sketch = { deed: Row["deed"]; version?: number; frozen?: boolean };

const sketched = ({ deed, version, frozen = false }: Sketch, seq: number): Row => ({
  deed,
  version,
  frozen,
  seq,
  opId: newId<OpId>(),
  thing: newId<TagId>(),
  projectId: newId<ProjectId>(),
  reportId: newId<ReportId>(),
  needs: [],
  user: "u",
  at: 0,
  sealed: { iv: new Uint8Array(), data: new ArrayBuffer() },
});

test.each<{ when: string; waiting: Sketch[]; next: Sketch; needed?: boolean; does: string }>([
  { when: "nothing waits", waiting: [], next: { deed: "put-annotation" }, does: "append" },
  {
    when: "the one before is on its way",
    waiting: [{ deed: "put-annotation", frozen: true }],
    next: { deed: "put-annotation" },
    does: "append",
  },
  {
    when: "one is on its way and one waits",
    waiting: [{ deed: "put-annotation", frozen: true }, { deed: "put-annotation" }],
    next: { deed: "put-annotation" },
    does: "replace 1",
  },
  {
    when: "a change is changed again",
    waiting: [{ deed: "put-annotation", version: 3 }],
    next: { deed: "put-annotation", version: 3 },
    does: "replace 0 on version 3",
  },
  {
    when: "a new tag is taken back before anybody heard of it",
    waiting: [{ deed: "put-annotation" }],
    next: { deed: "withdraw" },
    does: "drop 0",
  },
  {
    when: "a new tag is taken back but a comment hangs on it",
    waiting: [{ deed: "put-annotation" }],
    next: { deed: "withdraw" },
    needed: true,
    does: "append",
  },
  {
    when: "a new tag that was sent is taken back",
    waiting: [{ deed: "put-annotation", frozen: true }],
    next: { deed: "withdraw" },
    does: "append",
  },
  {
    when: "a known tag is changed, then taken back",
    waiting: [{ deed: "put-annotation", version: 2 }],
    next: { deed: "withdraw", version: 2 },
    does: "append",
  },
  {
    when: "it is brought back in time, and says something again",
    waiting: [
      { deed: "put-annotation", version: 2 },
      { deed: "withdraw", version: 2 },
    ],
    next: { deed: "put-annotation", version: 2 },
    does: "replace 0 on version 2, drop 1",
  },
  {
    when: "it is brought back while what it said is on its way",
    waiting: [
      { deed: "put-annotation", version: 2, frozen: true },
      { deed: "withdraw", version: 2 },
    ],
    next: { deed: "put-annotation", version: 2 },
    does: "replace 1 on version 2",
  },
  {
    when: "it is taken back twice",
    waiting: [{ deed: "withdraw", version: 2 }],
    next: { deed: "withdraw", version: 2 },
    does: "replace 0 on version 2",
  },
  {
    when: "a withdrawal is undone in time",
    waiting: [{ deed: "withdraw", version: 2 }],
    next: { deed: "put-annotation", version: 2 },
    does: "replace 0 on version 2",
  },
  {
    when: "a decision follows a change",
    waiting: [{ deed: "put-annotation", version: 2 }],
    next: { deed: "decide", version: 2 },
    does: "append",
  },
  {
    when: "a decision is undone in time",
    waiting: [{ deed: "decide" }],
    next: { deed: "undo-verdict" },
    does: "drop 0",
  },
  {
    when: "a sent decision is undone",
    waiting: [{ deed: "decide", frozen: true }],
    next: { deed: "undo-verdict" },
    does: "append",
  },
  { when: "comments follow each other", waiting: [{ deed: "comment" }], next: { deed: "comment" }, does: "append" },
  {
    when: "resolved, then reopened",
    waiting: [{ deed: "set-thread" }],
    next: { deed: "set-thread" },
    does: "replace 0",
  },
])("$when: $does", ({ waiting, next, needed = false, does }) => {
  const { replace, drop = [], append } = merge(waiting.map(sketched), sketched(next, 99), needed);
  const said = [
    append ? "append" : "",
    replace ? `replace ${replace.seq}${replace.version === undefined ? "" : ` on version ${replace.version}`}` : "",
    ...drop.map(({ seq }) => `drop ${seq}`),
  ];
  expect(said.filter(Boolean).join(", ")).toBe(does);
});
