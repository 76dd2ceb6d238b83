import { describe, expect, test } from "vitest";
import { type Answer, unreachable } from "@/client/api/answer";
import { askOf } from "@/client/api/ask.fixture";
import { reportOf, startOn } from "@/client/desk/desk.fixture";
import { fetchTouched } from "@/client/follow/fetch-touched";
import { nothing, type Touched } from "@/client/follow/touched";
import { newId } from "@/client/new-id";
import type { EntityId, TagId, ThreadId } from "@/domain/ids";

const { project, report } = startOn(reportOf("Hama fell."));
const gone: Answer<never> = { ok: false, problem: { kind: "not-found", title: "Gone", status: 404 } };
const broken: Answer<never> = { ok: false, problem: { kind: "broken", title: "", status: 500 } };

/** A server that has these things and says nothing of others. */
function aServer(has: readonly string[], answers: (path: string) => Answer<unknown> | undefined = () => undefined) {
  const asked: string[] = [];
  const answer = (path: string): Answer<unknown> => {
    asked.push(path);
    const said = answers(path);
    if (said) return said;
    const { pathname, searchParams } = new URL(path, "http://here");
    const [, what = "", id = ""] = pathname.split("/");
    if (what === "threads") return has.includes(id) ? { ok: true, value: { id, comments: [] } } : gone;
    const ids = searchParams.get("ids")?.split(",") ?? [];
    const annotations = ids.filter((each) => has.includes(each)).map((each) => ({ id: each, type: "annotation" }));
    return { ok: true, value: { annotations, relations: [], items: [] } };
  };
  const fetch = (touched: Partial<Touched>) =>
    fetchTouched(
      askOf(async (_method, path) => answer(path)),
      { project, report },
      { ...nothing, ...touched },
    );
  return { asked, fetch };
}
const ids = <Id extends string>(count: number) => Array.from({ length: count }, () => newId<Id>());

describe("tags", () => {
  test("are asked for by their ids, all in one", async () => {
    const [here = newId<TagId>(), lost = newId<TagId>()] = ids<TagId>(2);
    const { asked, fetch } = aServer([here]);
    const { said, gone: without } = await fetch({ tags: new Set([here, lost]) });
    expect(asked).toEqual([`/reports/${report.id}/tags?withdrawn=1&ids=${here},${lost}`]);
    expect(said.annotations?.map(({ id }) => id)).toEqual([here]);
    expect(without).toEqual([lost]);
  });

  test("beyond a hundred everything is fetched, and nothing is taken for lost", async () => {
    const { asked, fetch } = aServer([]);
    const { gone: without } = await fetch({ tags: new Set(ids<TagId>(101)) });
    expect(without).toEqual([]);
    expect(asked.some((path) => path.includes("ids="))).toBe(false);
  });
});

describe("threads", () => {
  test("each is asked for; one that is not there for this person is gone", async () => {
    const [here = newId<ThreadId>(), lost = newId<ThreadId>()] = ids<ThreadId>(2);
    const { asked, fetch } = aServer([here]);
    const { said, gone: without } = await fetch({ threads: new Set([here, lost]) });
    expect(asked).toEqual([`/threads/${here}`, `/threads/${lost}`]);
    expect(said.threads?.map(({ id }) => id)).toEqual([here]);
    expect(without).toEqual([lost]);
  });

  test("many are fetched as a list", async () => {
    const { asked, fetch } = aServer([]);
    await fetch({ threads: new Set(ids<ThreadId>(6)) });
    expect(asked.filter((path) => path.startsWith("/threads/"))).toEqual([]);
    expect(asked.some((path) => path.includes(`/reports/${report.id}/threads`))).toBe(true);
  });
});

test("entities are fetched as the project has them now, and no tags with them", async () => {
  const { asked, fetch } = aServer([]);
  await fetch({ entities: new Set(ids<EntityId>(1)) });
  expect(asked.some((path) => path.includes("entities"))).toBe(true);
  expect(asked.some((path) => path.includes("/tags"))).toBe(false);
});

test("where nothing was touched nothing is asked", async () => {
  const { asked, fetch } = aServer([]);
  expect(await fetch({})).toEqual({ said: { threads: [] }, gone: [] });
  expect(asked).toEqual([]);
});

test.each([
  { when: "nobody answers", answer: unreachable, words: "did not answer" },
  { when: "the server is broken", answer: broken, words: "500" },
])("$when: it is thrown, and nothing is taken for gone", async ({ answer, words }) => {
  const { fetch } = aServer([], () => answer);
  await expect(fetch({ threads: new Set(ids<ThreadId>(1)) })).rejects.toThrow(words);
  await expect(fetch({ tags: new Set(ids<TagId>(1)) })).rejects.toThrow(words);
});
