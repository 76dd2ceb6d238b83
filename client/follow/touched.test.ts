import { expect, test } from "vitest";
import { newsOf } from "@/client/follow/news";
import { isNothing, nothing, together, touchedBy } from "@/client/follow/touched";
import { newId } from "@/client/new-id";
import type { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";

const on = { projectId: newId<ProjectId>(), reportId: newId<ReportId>() };
const [me, rita] = [newId<UserId>(), newId<UserId>()];
const tags = [newId<TagId>(), newId<TagId>()];

let last = 0;
const entry = (more: Partial<LiveEntry>): LiveEntry => {
  last += 1;
  return { id: `${last}`, did: "tagged", by: rita, at: "2026-11-22T10:00:00.000Z", refs: {}, ...on, ...more };
};

test.each([
  { what: "a tag here", of: entry({ tagId: tags[0] }), touches: "tags" },
  {
    what: "a thread on a tag",
    of: entry({ did: "commented", tagId: tags[0], refs: { threadId: "t" } }),
    touches: "threads",
  },
  {
    what: "an entity of the project",
    of: entry({ did: "made-entity", reportId: undefined, refs: { entityId: "e" } }),
    touches: "entities",
  },
  { what: "layers that open", of: entry({ did: "opened-layers" }), touches: "everything" },
  {
    what: "what a layer said of entities that open",
    of: entry({ did: "opened-entities", reportId: undefined, refs: { entities: 2, grades: 1 } }),
    touches: "everything",
  },
  { what: "a tag elsewhere", of: entry({ reportId: newId<ReportId>(), tagId: tags[0] }), touches: "" },
  {
    what: "another project's entity",
    of: entry({ projectId: newId<ProjectId>(), refs: { entityId: "e" } }),
    touches: "",
  },
])("$what touches: $touches", ({ of, touches }) => {
  const touched = touchedBy(of, on);
  const some = Object.entries(touched).filter(([, value]) => (typeof value === "boolean" ? value : value.size > 0));
  expect(some.map(([name]) => name).join(" ")).toBe(touches);
  expect(isNothing(touched)).toBe(touches === "");
  expect(together(nothing, touched)).toEqual(touched);
});

test("news count things by person and deed, and leave out one's own", () => {
  const news = newsOf(
    [
      entry({ did: "accepted", tagId: tags[0] }),
      entry({ did: "accepted", tagId: tags[0] }),
      entry({ did: "accepted-with-change", tagId: tags[1] }),
      entry({ did: "tagged", by: me, tagId: tags[0] }),
      entry({ did: "exported" }),
    ],
    me,
  );
  expect(news).toEqual([{ by: rita, what: "accepted", count: 2 }]);
});
