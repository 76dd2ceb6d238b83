import { prepare } from "@/scripts/stack.mjs";

/** The production build of the present sources, made once before the workers start it. */
export default async function build(): Promise<void> {
  await prepare();
}
