import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { lossLedger } from "@/domain/formats/loss";
import { formats } from "@/domain/formats/registry";
import { aDataset, inTheHouse } from "@/domain/formats/sample.fixture";
import { nothingProtected } from "@/domain/protection/protection";
import { secretNames, someProtection } from "@/domain/protection/protection.fixture";
import { whatMayLeave } from "@/domain/protection/what-may-leave";
import { hash, written } from "@/server/export/archive";
import { leftIn } from "@/server/export/look-through";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const named = whatMayLeave({ ...nothingProtected, names: secretNames }, sha256);

async function bytesOf(format: (typeof formats)[number], dataset: ReturnType<typeof aDataset>): Promise<Uint8Array> {
  const options = { raw: false, byteOrderMark: false, comments: true, hash, ledger: lossLedger() };
  const wanted = { format, files: format.files, options, gz: false, losses: () => Promise.resolve([]) };
  const chunks: Uint8Array[] = [];
  for await (const chunk of written(dataset, wanted)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test.each(formats)("no protected name stands in any file of $id, after unpacking", async (format) => {
  const before = await leftIn(named, [{ name: format.id, bytes: await bytesOf(format, aDataset()) }]);
  expect(before.map(({ name }) => name)).not.toEqual([]);
  for (const use of ["described", "withheld"] as const) {
    const dataset = whatMayLeave(someProtection(use), sha256).dataset(inTheHouse());
    expect(await leftIn(named, [{ name: format.id, bytes: await bytesOf(format, dataset) }]), use).toEqual([]);
  }
});

test("names are found in what is packed in what is packed", async () => {
  const bytes = gzipSync(gzipSync(Buffer.from("so say Local Sources")));
  expect(await leftIn(named, [{ name: "a.gz", bytes }])).toEqual([{ file: "a.gz", name: "Local sources" }]);
});
