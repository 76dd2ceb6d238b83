import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { type Api, answered, queryOf } from "@/cli/api";
import { type Command, ofProject, type Running } from "@/cli/command";
import { releaseNumbered } from "@/cli/commands/release-list";
import { fetchFile, toFile } from "@/cli/download";
import { type Exit, failed, wrong } from "@/cli/exits";
import type { Release } from "@/domain/release/release";

/** Fetches a release, or a file of it. */
export const releaseDownload: Command = {
  name: "release download",
  words: "NUMBER",
  takes: { least: 1, most: 1 },
  says: "downloads a release, or one file of it; goes on where it broke off",
  options: { ...ofProject, file: { says: "one file of it, such as events.csv", value: "NAME" }, ...toFile },
  teaches: [
    "What has come in is kept beside the file as FILE.part. The same command goes on there, and begins anew only if the release’s file is another one by now.",
    "A single file is compared with its SHA-256. For a whole release, “glossator release verify FILE --digest DIGEST” compares all of them, without a server.",
  ],
  examples: [
    { line: "glossator release download 3 -p hama -o hama-3.zip", says: "all of it" },
    { line: "glossator release download 3 -p hama --file events.csv -o events.csv", says: "the event sheet alone" },
  ],
  run: async (running) => {
    const { given, terminal } = running;
    const api = await running.api();
    const release = await releaseNumbered(running, api, given.words[0] ?? "");
    if (release.withdrawn) terminal.note(`Release ${release.number} was withdrawn: ${release.withdrawn.reason}`);
    const name = given.text("file");
    if (name !== undefined) return oneFile(running, api, { release, name });
    const ended = await fetchFile(running, api, `/releases/${release.id}/archive`);
    terminal.note(`The digest of release ${release.number} is ${release.digest}.`);
    return ended;
  },
};

type Wanted = { release: Release; name: string };

async function oneFile(running: Running, api: Api, { release, name }: Wanted): Promise<Exit> {
  const { given, folder } = running;
  const { files } = answered(api, await api.ask("GET", `/releases/${release.id}`));
  const listed = files.find((each) => each.name === name);
  if (!listed)
    throw failed(`Release ${release.number} has no ${name}. It has: ${files.map((each) => each.name).join(", ")}.`);
  const path = `/releases/${release.id}/file?${queryOf({ name })}`;
  const output = given.text("output");
  if (output === undefined || output === "-") return fetchFile(running, api, path);
  const ended = await fetchFile(running, api, path);
  const digest = await sha256(resolve(folder, output));
  if (digest !== listed.sha256)
    throw failed(
      `${output} is not what was released: its SHA-256 is ${digest}, and not ${listed.sha256}. Delete it and run this again.`,
    );
  return ended;
}

async function sha256(path: string): Promise<string> {
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk);
  return digest.digest("hex");
}

/** Fetches what leads from one release to a later one. */
export const releaseDelta: Command = {
  name: "release delta",
  words: "NUMBER",
  takes: { least: 1, most: 1 },
  says: "downloads what changed from an earlier release to this one",
  options: { ...ofProject, since: { says: "the number of the earlier release", value: "NUMBER" }, ...toFile },
  examples: [
    {
      line: "glossator release delta 4 --since 3 -p hama -o 3-to-4.zip && glossator release apply hama-3.zip 3-to-4.zip --into hama-4",
      says: "makes release 4 of release 3, byte for byte",
    },
  ],
  run: async (running) => {
    const { given } = running;
    const since = given.text("since");
    if (since === undefined) throw wrong("Say with --since which release you have.");
    const api = await running.api();
    const newer = await releaseNumbered(running, api, given.words[0] ?? "");
    const older = await releaseNumbered(running, api, since);
    return fetchFile(running, api, `/releases/${newer.id}/delta?${queryOf({ since: older.id })}`);
  },
};
