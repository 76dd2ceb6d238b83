import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFollower } from "@/client/follow/follower";
import type { Touched } from "@/client/follow/touched";
import { newId } from "@/client/new-id";
import type { ProjectId, ReportId, TagId, UserId } from "@/domain/ids";
import type { LiveEntry } from "@/domain/live/live-event";

const on = { projectId: newId<ProjectId>(), reportId: newId<ReportId>() };
const tagged = (tagId: TagId, by = newId<UserId>()): LiveEntry => ({
  id: newId(),
  did: "tagged",
  by,
  at: "2026-11-22T10:00:00.000Z",
  refs: {},
  tagId,
  ...on,
});

let caught: { touched: Touched; entries: readonly LiveEntry[] }[] = [];
let fails = 0;
let follower: ReturnType<typeof createFollower>;
const mine = newId<UserId>();

beforeEach(() => {
  vi.useFakeTimers();
  [caught, fails] = [[], 0];
  follower = createFollower({
    on,
    isKnown: ({ by }) => by === mine,
    async catchUp(touched, entries) {
      if (fails-- > 0) throw new Error("Nobody answers.");
      caught.push({ touched, entries });
    },
  });
});
afterEach(() => {
  follower.close();
  vi.useRealTimers();
});

const hear = (entry: LiveEntry) => follower.hear({ is: "entry", entry });

test("what happens in one moment is fetched at once", async () => {
  const [one, two] = [newId<TagId>(), newId<TagId>()];
  hear(tagged(one));
  hear(tagged(two));
  await vi.runAllTimersAsync();
  expect(caught).toHaveLength(1);
  expect([...(caught[0]?.touched.tags ?? [])]).toEqual([one, two]);
  expect(caught[0]?.entries).toHaveLength(2);
});

test("one's own doing is not fetched again, nor what happens on another report", async () => {
  hear(tagged(newId<TagId>(), mine));
  hear({ ...tagged(newId<TagId>()), reportId: newId<ReportId>() });
  follower.hear({ is: "inbox", unread: 3 });
  await vi.runAllTimersAsync();
  expect(caught).toEqual([]);
});

test("what could not be fetched is fetched again, together with what came since", async () => {
  const [one, two] = [newId<TagId>(), newId<TagId>()];
  fails = 2;
  hear(tagged(one));
  await vi.advanceTimersByTimeAsync(150);
  hear(tagged(two));
  await vi.runAllTimersAsync();
  expect(caught).toHaveLength(1);
  expect([...(caught[0]?.touched.tags ?? [])]).toEqual([one, two]);
});

test("after a gap all is fetched", async () => {
  follower.hear({ is: "anew" });
  await vi.runAllTimersAsync();
  expect(caught).toMatchObject([{ touched: { everything: true } }]);
});

test("a page that is gone fetches nothing", async () => {
  hear(tagged(newId<TagId>()));
  follower.close();
  await vi.runAllTimersAsync();
  expect(caught).toEqual([]);
});
