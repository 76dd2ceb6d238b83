import { expect, test } from "vitest";
import { rangeIn } from "@/domain/release/range";

test.each([
  { asks: null, of: 10, gets: undefined },
  { asks: "bytes=0-", of: 10, gets: { start: 0, end: 10 } },
  { asks: "bytes=4-", of: 10, gets: { start: 4, end: 10 } },
  { asks: "bytes=4-6", of: 10, gets: { start: 4, end: 7 } },
  { asks: "bytes=4-600", of: 10, gets: { start: 4, end: 10 } },
  { asks: "bytes=-3", of: 10, gets: { start: 7, end: 10 } },
  { asks: "bytes=-30", of: 10, gets: { start: 0, end: 10 } },
  { asks: "bytes=10-", of: 10, gets: "beyond" },
  { asks: "bytes=-0", of: 10, gets: "beyond" },
  { asks: "bytes=0-", of: 0, gets: "beyond" },
  { asks: "bytes=6-4", of: 10, gets: undefined },
  { asks: "bytes=0-1,4-5", of: 10, gets: undefined },
  { asks: "lines=0-1", of: 10, gets: undefined },
  { asks: "bytes=-", of: 10, gets: undefined },
])("$asks of $of bytes", ({ asks, of, gets }) => {
  expect(rangeIn(asks, of)).toEqual(gets);
});
