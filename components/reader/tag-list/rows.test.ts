import { expect, test } from "vitest";
import { rowsOf, type Wanted } from "@/components/reader/tag-list/rows";
import type { Entity } from "@/domain/entity/entity";
import type { EntityId, ProjectId, TagId, UserId } from "@/domain/ids";
import type { Annotation, Relation } from "@/domain/tag/tag";

const me = { id: "me" as UserId, mayTag: true, mayDecide: false, mayDiscuss: true };
const anything: Wanted = { query: "", mine: false, linked: "any" };

const tag = (id: string, kind: string, quote: string, more: Partial<Annotation> = {}): [TagId, Annotation] => [
  id as TagId,
  {
    id: id as TagId,
    kind,
    type: "annotation",
    state: "open",
    createdBy: me.id,
    attributes: {},
    segments: [{ start: Number(id), end: Number(id) + 1, quote, prefix: "", suffix: "" }],
    ...more,
  } as Annotation,
];

const speaker = "e1" as EntityId;
const localSources: Entity = {
  id: speaker,
  projectId: "p1" as ProjectId,
  name: "Local sources",
  kind: "local or field",
  aliases: [],
  reliability: "C",
  version: 1,
  createdBy: me.id,
  createdAt: "2026-11-22T10:00:00.000Z",
};
const state = {
  me,
  annotations: new Map([
    tag("5", "place", "Hama"),
    tag("1", "place", "hama"),
    tag("9", "place", "Homs", { state: "accepted", createdBy: "other" as UserId }),
    tag("2", "source", "Local sources", { attributes: { entityId: speaker } }),
    tag("3", "source", "The sources", { attributes: { entityId: speaker } }),
    tag("4", "claim", "the army reached Hama", { attributes: { credibility: 3 } }),
    tag("7", "place", "gone", { state: "withdrawn" }),
  ]),
  relations: new Map([
    ["r" as TagId, { id: "r", kind: "attributed-to", from: "4", to: "2", state: "open", attributes: {} } as Relation],
  ]),
  entities: new Map([[speaker, localSources]]),
  filters: { hiddenKinds: new Set<string>(), states: null as ReadonlySet<string> | null, query: "" },
};

const shown = (wanted: Partial<Wanted> = {}, filters = state.filters) =>
  rowsOf({ ...state, filters }, { ...anything, ...wanted }, []).map((row) =>
    row.is === "heading"
      ? `# ${row.kind} ${row.count}`
      : `${row.name}${row.ids.length > 1 ? ` ×${row.ids.length}` : ""}`,
  );

test.each<{ when: string; wanted?: Partial<Wanted>; filters?: Partial<typeof state.filters>; rows: string[] }>([
  {
    when: "nothing is filtered",
    rows: ["# claim 1", "the army reached Hama", "# place 3", "hama ×2", "Homs", "# source 2", "Local sources ×2"],
  },
  { when: "by words", wanted: { query: "hom" }, rows: ["# claim 0", "# place 1", "Homs", "# source 0"] },
  {
    when: "by state",
    filters: { states: new Set(["accepted"]) },
    rows: ["# claim 0", "# place 1", "Homs", "# source 0"],
  },
  {
    when: "only mine",
    wanted: { mine: true },
    rows: ["# claim 1", "the army reached Hama", "# place 2", "hama ×2", "# source 2", "Local sources ×2"],
  },
  {
    when: "only linked",
    wanted: { linked: "linked" },
    rows: ["# claim 1", "the army reached Hama", "# place 0", "# source 1", "Local sources"],
  },
  {
    when: "a kind is hidden",
    filters: { hiddenKinds: new Set(["place"]) },
    rows: ["# claim 1", "the army reached Hama", "# place 3", "# source 2", "Local sources ×2"],
  },
])("$when", ({ wanted, filters, rows }) => {
  expect(shown(wanted, { ...state.filters, ...filters })).toEqual(rows);
});
