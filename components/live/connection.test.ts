import { expect, test, vi } from "vitest";
import { createHearing, keepConnected } from "@/components/live/connection";
import type { LiveWord, Source } from "@/components/live/word";

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
  const short = (word: LiveWord) => (word.is === "entry" ? word.id : word.is);
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
  const { heard, server, close } = aPage("10.1");
  const first = await server.latest(1);
  expect(first.after).toBe("10.1");
  first.say("ready", "10.1", { resumed: true });
  first.say("entry", "11.1");
  first.say("beat", "12.9");
  first.lose();
  const second = await server.latest(2);
  expect(second.after).toBe("12.9");
  second.say("ready", "12.9", { resumed: true });
  second.say("entry", "13.2");
  expect(heard).toEqual(["11.1", "13.2"]);
  close();
});

test("what another page told already is not told twice", () => {
  const heard: string[] = [];
  const { hear } = createHearing("10.1", (word) => heard.push(word.is === "entry" ? word.id : word.is));
  const entry = (id: string): LiveWord => ({ is: "entry", id, entry: {} as never });
  for (const id of ["10.1", "10.2", "9.9", "10.2", "11.1"]) hear(entry(id), id);
  hear({ is: "inbox", unread: 2 }, "11.1");
  expect(heard).toEqual(["10.2", "11.1", "inbox"]);
});

test.each([
  { when: "the position is unknown to the server", ended: undefined, resumed: false, anew: true },
  { when: "one's rights changed", ended: "rights", resumed: true, anew: true },
  { when: "the server was restarted", ended: "shutdown", resumed: true, anew: false },
])("everything is fetched anew when $when: $anew", async ({ ended, resumed, anew }) => {
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
