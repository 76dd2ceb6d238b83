// @vitest-environment node
import { expect, test } from "vitest";
import { createCipher } from "@/client/outbox/cipher";

const keyOf = (byte: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)));
const said = { note: "my own words" };

test("what was sealed is opened again, and is not to be read without the key", async () => {
  const cipher = createCipher(async () => [keyOf(1)]);
  const sealed = await cipher.seal(said, "tag");
  expect(new TextDecoder().decode(sealed.data)).not.toContain("words");
  expect(await cipher.open(sealed, "tag")).toEqual(said);
});

test("the same words sealed twice do not look the same", async () => {
  const cipher = createCipher(async () => [keyOf(1)]);
  const [first, second] = await Promise.all([cipher.seal(said, "tag"), cipher.seal(said, "tag")]);
  expect(new Uint8Array(first.data)).not.toEqual(new Uint8Array(second.data));
});

test("a key of an earlier sign-in opens what it sealed, one of somebody else does not", async () => {
  const sealed = await createCipher(async () => [keyOf(1)]).seal(said, "tag");
  expect(await createCipher(async () => [keyOf(2), keyOf(1)]).open(sealed, "tag")).toEqual(said);
  expect(await createCipher(async () => [keyOf(2)]).open(sealed, "tag")).toBeUndefined();
});

test("a seal that was moved to another row or changed opens nothing", async () => {
  const cipher = createCipher(async () => [keyOf(1)]);
  const sealed = await cipher.seal(said, "tag");
  expect(await cipher.open(sealed, "another tag")).toBeUndefined();
  const changed = new Uint8Array(sealed.data.slice(0));
  changed[0] = (changed[0] ?? 0) ^ 1;
  expect(await cipher.open({ ...sealed, data: changed.buffer }, "tag")).toBeUndefined();
});

test("keys that could not be fetched are asked for again", async () => {
  let tries = 0;
  const cipher = createCipher(async () => {
    tries += 1;
    if (tries === 1) throw new Error("Nobody answers.");
    return [keyOf(1)];
  });
  await cipher.prepare();
  expect(await cipher.open(await cipher.seal(said, "tag"), "tag")).toEqual(said);
  expect(tries).toBe(2);
});
