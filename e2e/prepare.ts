import { findChromium } from "@/scripts/chromium.mjs";
import { prepare as prepareBuild } from "@/scripts/stack.mjs";

/** The production build of the present sources, made once before the workers start it, and a Chromium for them. */
export default async function prepare(): Promise<void> {
  await prepareBuild();
  process.env["CHROMIUM_PATH"] = await findChromium();
}
