import { expect, test } from "vitest";
import { newsOf } from "@/client/follow/news";
import { newId } from "@/client/new-id";
import type { Deed } from "@/domain/history/entry";
import type { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";

const [me, ana, rita] = [newId<UserId>(), newId<UserId>(), newId<UserId>()];
const entry = (did: Deed, by: UserId, tagId?: TagId, refs: LiveEntry["refs"] = {}): LiveEntry => ({
  id: newId(),
  did,
  by,
  at: "2026-11-22T10:00:00.000Z",
  projectId: newId<ProjectId>(),
  reportId: newId<ReportId>(),
  refs,
  ...(tagId && { tagId }),
});

test("what colleagues did is told by person and action, with the number of things", () => {
  const [one, two] = [newId<TagId>(), newId<TagId>()];
  const news = newsOf(
    [
      entry("tagged", ana, one),
      entry("tagged", ana, two),
      entry("accepted", rita, one),
      entry("changed-tag", ana, one),
    ],
    me,
  );
  expect(news).toEqual([
    { by: ana, what: "tagged", count: 2 },
    { by: rita, what: "accepted", count: 1 },
    { by: ana, what: "changed", count: 1 },
  ]);
});

test("the same thing twice is one, two comments in one thread are two", () => {
  const tag = newId<TagId>();
  const threadId = newId();
  expect(newsOf([entry("changed-tag", ana, tag), entry("changed-tag", ana, tag)], me)).toMatchObject([{ count: 1 }]);
  const said = [entry("commented", ana, tag, { threadId }), entry("commented", ana, tag, { threadId })];
  expect(newsOf(said, me)).toMatchObject([{ what: "commented", count: 2 }]);
});

test("one's own doing, and what nobody needs to hear, is no news", () => {
  expect(newsOf([entry("tagged", me, newId<TagId>()), entry("made-entity", ana)], me)).toEqual([]);
});
