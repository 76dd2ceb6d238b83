import { expect } from "@playwright/test";
import type { Failure } from "@/domain/failure";

/** A problem document as programs read it. */
export type Told = {
  kind: string;
  title: string;
  detail: string;
  status: number;
  type: string;
  requestId: string;
  errors?: { field: string; reason: string }[];
  current?: unknown;
};

/** How the API says no: the kind it names, and the status. */
export type Refusal = { status: number; kind: Failure["kind"] };

const plainWords = /^[A-Z“].{3,}[^{}]$/s;
/** An answer nobody has to page through. */
const longestAnswer = 16 * 1024;

/** Holds an answer against what every refusal has to be: a problem document in whole words, of a readable length. */
export async function expectRefusal(response: Response, { status, kind }: Refusal): Promise<Told> {
  const text = await response.text();
  expect(response.status, text.slice(0, 500)).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(text.length).toBeLessThan(longestAnswer);
  const told = JSON.parse(text) as Told;
  expect(told).toMatchObject({ status, kind });
  expect(told.type).toMatch(/^urn:glossator:problem:[a-z-]+$/);
  expect(told.requestId).toMatch(/^[0-9a-f-]{36}$/);
  for (const words of [told.title, told.detail]) {
    expect(words).toMatch(plainWords);
    expect(words, "a key instead of its words").not.toMatch(/undefined|NaN|null|problems\.|refusals\.|\[object/);
  }
  for (const { reason } of told.errors ?? []) expect(reason).toMatch(plainWords);
  return told;
}
