import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { joinLive, type Live } from "@/client/live/live";
import type { LiveWord } from "@/client/live/word";

/** The streams that were opened, each with what it can be made to say. */
let streams: Stream[] = [];
const pages: Live[] = [];

class Stream extends EventTarget {
  isOpen = true;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    streams.push(this);
  }
  close(): void {
    this.isOpen = false;
  }
  says(name: string, id: string, data: object = {}): void {
    this.dispatchEvent(new MessageEvent(name, { lastEventId: id, data: JSON.stringify(data) }));
  }
}

/** A page of a person, and what it hears. */
function join(user: string, from?: string) {
  const heard: LiveWord[] = [];
  const live = joinLive(user, from);
  const stop = live.listen((word) => heard.push(word));
  pages.push(live);
  return { live, heard, stop };
}
const streamAt = (place: number): Stream => {
  const stream = streams[place];
  if (!stream) throw new Error("There is no such stream.");
  return stream;
};

beforeEach(() => {
  streams = [];
});
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("with a stream", () => {
  beforeEach(() => vi.stubGlobal("EventSource", Stream));

  test("it is opened behind the position that the page was made at", () => {
    join("ana", "at 7");
    join("ben");
    expect(streams.map(({ url }) => url)).toEqual(["/api/v1/stream?lastEventId=at%207", "/api/v1/stream"]);
  });

  test("what it says is heard, but for its own beat", () => {
    const { heard } = join("ana");
    const stream = streamAt(0);
    stream.says("ready", "1", { resumed: true });
    stream.says("beat", "2");
    stream.says("inbox", "3", { unread: 4 });
    stream.says("presence", "4", { reportId: "r" });
    expect(heard).toEqual([
      { is: "inbox", unread: 4 },
      { is: "presence", reportId: "r" },
    ]);
  });

  test("where the server could not go on from there, all is fetched again", () => {
    const { heard } = join("ana", "long ago");
    streamAt(0).says("ready", "9", { resumed: false });
    expect(heard).toEqual([{ is: "anew" }]);
  });

  test("the other pages of the same person hear it too, and nobody else", async () => {
    const one = join("ana");
    const other = join("ana");
    const stranger = join("ben");
    streamAt(0).says("inbox", "1", { unread: 1 });
    await vi.waitFor(() => expect(other.heard).toEqual([{ is: "inbox", unread: 1 }]));
    expect(one.heard).toHaveLength(1);
    expect(stranger.heard).toEqual([]);
  });

  test("an entry that two streams tell is heard once", async () => {
    const { heard } = join("ana");
    join("ana");
    const entry = { id: "e1", did: "tagged", refs: {} };
    streamAt(0).says("entry", "1", entry);
    streamAt(1).says("entry", "1", entry);
    streamAt(1).says("inbox", "2", { unread: 0 });
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ is: "inbox" }));
    expect(heard.filter(({ is }) => is === "entry")).toHaveLength(1);
  });

  test("whoever stops listening hears nothing more, while others of the page do", () => {
    const { live, heard, stop } = join("ana");
    const last: LiveWord[] = [];
    live.listen((word) => last.push(word));
    stop();
    streamAt(0).says("inbox", "1", { unread: 1 });
    expect([heard.length, last.length]).toEqual([0, 1]);
  });

  test("a page that closes gives its stream back", async () => {
    const { live } = join("ana");
    expect(streamAt(0).isOpen).toBe(true);
    live.close();
    await vi.waitFor(() => expect(streamAt(0).isOpen).toBe(false));
  });

  test("one that breaks off is opened again behind what was heard last", async () => {
    vi.useFakeTimers();
    join("ana", "at first");
    streamAt(0).says("ready", "at second", { resumed: true });
    streamAt(0).dispatchEvent(new Event("error"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(streams).toHaveLength(2);
    expect(streamAt(1).url).toBe("/api/v1/stream?lastEventId=at%20second");
  });

  test("a network that comes back ends the wait", async () => {
    vi.useFakeTimers();
    join("ana");
    streamAt(0).dispatchEvent(new Event("error"));
    await vi.advanceTimersByTimeAsync(0);
    expect(streams).toHaveLength(1);
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(streams).toHaveLength(2);
  });
});

test("a browser without streams looks again every fifteen seconds, as long as the page is there", async () => {
  vi.useFakeTimers();
  const { live, heard } = join("ana");
  await vi.advanceTimersByTimeAsync(31_000);
  expect(heard).toEqual([{ is: "anew" }, { is: "anew" }]);
  live.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toHaveLength(2);
});
