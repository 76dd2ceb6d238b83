import { afterEach, expect, test, vi } from "vitest";
import { joinNeighbours, type Neighbours, type Word } from "@/client/outbox/neighbours";

const pages: Neighbours[] = [];
const join = (user: string) => {
  const page = joinNeighbours(user);
  pages.push(page);
  return page;
};
afterEach(() => {
  for (const page of pages.splice(0)) page.leave();
});

test("what one page says, the others of the same person hear; nobody else does, and not oneself", async () => {
  const [one, other, stranger] = [join("ana"), join("ana"), join("ben")];
  const heard: string[] = [];
  one.listen(({ is }) => heard.push(`one ${is}`));
  other.listen(({ is }) => heard.push(`other ${is}`));
  stranger.listen(({ is }) => heard.push(`stranger ${is}`));
  one.say({ is: "changed" });
  await vi.waitFor(() => expect(heard).toEqual(["other changed"]));
});

test("whoever stops listening hears nothing more", async () => {
  const [one, other] = [join("ana"), join("ana")];
  const heard: Word[] = [];
  const last: Word[] = [];
  const stop = other.listen((word) => heard.push(word));
  other.listen((word) => last.push(word));
  stop();
  one.say({ is: "changed" });
  await vi.waitFor(() => expect(last).toHaveLength(1));
  expect(heard).toEqual([]);
});

test("a rest ends early when this page is woken, and when another says so", async () => {
  const [one, other] = [join("ana"), join("ana")];
  const rests = [one.rest(1e8), other.rest(1e8)];
  other.listen(() => undefined);
  one.wake();
  await rests[0];
  one.say({ is: "wake" });
  await rests[1];
});

test("work goes in line: the next begins when the one before has ended, however it ended", async () => {
  const page = join("ana");
  const order: string[] = [];
  let end = () => {};
  const first = page.inLine(async () => {
    order.push("first begins");
    await new Promise<void>((_, reject) => {
      end = () => reject(new Error("It failed."));
    });
  });
  const second = page.inLine(async () => void order.push("second"));
  await vi.waitFor(() => expect(order).toEqual(["first begins"]));
  end();
  await expect(first).rejects.toThrow("It failed.");
  await second;
  expect(order).toEqual(["first begins", "second"]);
});

test("whoever leaves rests no longer", async () => {
  const page = join("ana");
  const rest = page.rest(1e8);
  page.leave();
  await rest;
});
