import { expect, test, vi } from "vitest";
import { createHearing, keepConnected } from "@/client/live/connection";
import type { LiveWord, Source } from "@/client/live/word";

/** A server of the test's own: what it was asked, and what it says when. */
function aServer() {
  const opened: {
    after: string | undefined;
    say: (name: string, id: string, data?: object) => void;
    lose: () => void;
  }[] = [];
  const open = (after: string | undefined): Source => {
    let hear: Parameters<Source["on"]>[0] = () => undefined;
    let lost: () => void = () => undefined;
    opened.push({ after, say: (name, id, data = {}) => hear(name, id, JSON.stringify(data)), lose: () => lost() });
    return {
      on: (listener) => {
        hear = listener;
      },
      onLost: (listener) => {
        lost = listener;
      },
      close: () => undefined,
    };
  };
  const latest = async (count: number) => {
    await vi.waitFor(() => expect(opened).toHaveLength(count));
    const last = opened.at(-1);
    if (!last) throw new Error("Nobody asked.");
    return last;
  };
  return { open, latest };
}

/** A page that keeps the stream itself. */
function aPage(from?: string) {
  const heard: string[] = [];
  const rests: number[] = [];
  const server = aServer();
  const leaving = new AbortController();
  const short = (word: LiveWord) => (word.is === "entry" ? word.entry.id : word.is);
  const hearing = createHearing(from, (word) => heard.push(short(word)));
  const rest = async (ms: number) => void rests.push(ms);
  void keepConnected(
    { open: server.open, rest, chance: () => 0 },
    hearing.position,
    (word, id) => (word ? hearing.hear(word, id) : hearing.reach(id)),
    leaving.signal,
  );
  return { heard, rests, hearing, server, close: () => leaving.abort() };
}

test("a stream that breaks off is resumed behind what was heard last", async () => {
  const { heard, server, close } = aPage("at first");
  const first = await server.latest(1);
  expect(first.after).toBe("at first");
  first.say("ready", "first", { resumed: true });
  first.say("entry", "behind one", { id: "one" });
  first.say("beat", "later");
  first.lose();
  const second = await server.latest(2);
  expect(second.after).toBe("later");
  second.say("ready", "later too", { resumed: true });
  second.say("entry", "behind two", { id: "two" });
  expect(heard).toEqual(["one", "two"]);
  close();
});

test("what another page told already is not told twice, however its position is written", () => {
  const heard: string[] = [];
  const { hear, position } = createHearing("start", (word) =>
    heard.push(word.is === "entry" ? word.entry.id : word.is),
  );
  const entry = (id: string): LiveWord => ({ is: "entry", entry: { id } as never });
  for (const id of ["a", "b", "a", "b", "c"]) hear(entry(id), `behind ${id}, ${heard.length}`);
  hear({ is: "inbox", unread: 2 }, "the end");
  expect(heard).toEqual(["a", "b", "c", "inbox"]);
  expect(position()).toBe("the end");
});

test("of what was told only the latest is remembered", () => {
  const entry = (id: number): LiveWord => ({ is: "entry", entry: { id: `${id}` } as never });
  const again: string[] = [];
  const { hear } = createHearing(undefined, (word) => word.is === "entry" && again.push(word.entry.id));
  for (let id = 0; id < 3_000; id += 1) hear(entry(id), `${id}`);
  hear(entry(2_999), "x");
  hear(entry(0), "y");
  expect(again.slice(3_000)).toEqual(["0"]);
});

test.each([
  { when: "the position is unknown to the server", ended: undefined, resumed: false, anew: true },
  { when: "one's rights changed", ended: "rights", resumed: true, anew: true },
  { when: "the server was restarted", ended: "shutdown", resumed: true, anew: false },
])("everything is fetched again when $when: $anew", async ({ ended, resumed, anew }) => {
  const { heard, server, close } = aPage("10.1");
  const first = await server.latest(1);
  first.say("ready", "10.1", { resumed: true });
  if (ended) first.say("ended", "10.1", { reason: ended });
  else first.lose();
  (await server.latest(2)).say("ready", "10.1", { resumed });
  expect(heard).toEqual(anew ? ["anew"] : []);
  close();
});

test("without an answer it asks ever more rarely, and at once again after one", async () => {
  const { rests, server, close } = aPage();
  for (let count = 1; count <= 10; count += 1) (await server.latest(count)).lose();
  const last = await server.latest(11);
  expect(rests).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  last.say("ready", "1.1", { resumed: false });
  last.lose();
  await server.latest(12);
  expect(rests.at(-1)).toBe(250);
  close();
});
