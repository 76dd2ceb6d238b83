import { expect, test } from "vitest";
import { type Storage, storageWarnings } from "@/domain/storage/storage";

const now = new Date("2026-11-30T12:00:00Z");
const well: Storage = { backedUpAt: "2026-11-30T02:00:00Z", databaseBytes: 50e6, freeBytes: 5e9 };

test.each<{ when: string; storage: Partial<Storage>; warnings: string[] }>([
  { when: "saved last night, with room", storage: {}, warnings: [] },
  { when: "never saved", storage: { backedUpAt: undefined }, warnings: ["never-backed-up"] },
  { when: "saved a week ago to the minute", storage: { backedUpAt: "2026-11-23T12:00:00Z" }, warnings: [] },
  { when: "saved longer ago", storage: { backedUpAt: "2026-11-23T11:59:59Z" }, warnings: ["backup-too-old"] },
  { when: "less than 1 GB is left", storage: { freeBytes: 999e6 }, warnings: ["little-room"] },
  { when: "a large database has no room for a copy", storage: { databaseBytes: 6e9 }, warnings: ["little-room"] },
  { when: "the disk is not ours to see", storage: { freeBytes: undefined, databaseBytes: 6e9 }, warnings: [] },
  { when: "both", storage: { backedUpAt: undefined, freeBytes: 0 }, warnings: ["never-backed-up", "little-room"] },
])("$when: $warnings", ({ storage, warnings }) => {
  expect(storageWarnings({ ...well, ...storage }, now)).toEqual(warnings);
});
