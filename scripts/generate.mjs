import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { take } from "./lock.mjs";
import { run } from "./process.mjs";
import { root } from "./root.mjs";
import { Sorry, say, step } from "./say.mjs";

/** Writes the Prisma client (`generated/prisma`) when the schema or Prisma changed since. */

const stamp = join(root, "generated", "stamp");

export async function ensureGenerated() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "prisma", "schema.prisma")))
    .update(readFileSync(join(root, "node_modules", "prisma", "package.json")))
    .digest("hex");
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isFresh()) return;
  await step("Generating the database client", async () => {
    mkdirSync(dirname(stamp), { recursive: true });
    const turn = await take(join(root, "generated", "lock"), {
      patience: 60_000,
      onWait: ({ pid }) => say(`Another start (process ${pid}) is generating: waiting for it.`),
    });
    if ("holder" in turn)
      throw new Sorry(`Another start (process ${turn.holder.pid}) is generating: wait for it and start again.`);
    try {
      if (!isFresh()) await generate();
      writeFileSync(stamp, wanted);
    } finally {
      turn.release();
    }
  });
}

async function generate() {
  const prisma = join(root, "node_modules", "prisma", "build", "index.js");
  const env = {
    ...process.env,
    // The generator needs no engine, but Prisma downloads one unless told that a file is it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const { code, output } = await run(process.execPath, [prisma, "generate"], { cwd: root, env });
  if (code !== 0)
    throw new Sorry("The database client could not be generated: see the lines above.", { details: output });
}
