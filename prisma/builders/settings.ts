import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { databaseOf } from "@/scripts/vitest-workers.mjs";

/** What the server needs to know before a test meets its database; vitest's `rows` runs this first in every worker. */
const { GLOSSATOR_TEST_DATABASE_URL, VITEST_POOL_ID = "1" } = process.env;
if (GLOSSATOR_TEST_DATABASE_URL === undefined) throw new Error("GLOSSATOR_TEST_DATABASE_URL is not set.");
process.env["DATABASE_URL"] = databaseOf(GLOSSATOR_TEST_DATABASE_URL, VITEST_POOL_ID);
process.env["GLOSSATOR_SECRET"] = randomBytes(32).toString("hex");
process.env["GLOSSATOR_URL"] = "http://localhost:3000";
process.env["GLOSSATOR_DEMO_ENTRY"] = "1";
process.env["GLOSSATOR_WEBHOOKS"] = "http://127.0.0.1:9";
process.env["GLOSSATOR_POOL"] = "4";
process.env["GLOSSATOR_FEED_FOLDERS"] = tmpdir();
