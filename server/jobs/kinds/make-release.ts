import "server-only";
import { AskedRelease } from "@/domain/release/asked";
import { jobKind } from "@/server/jobs/kind";
import { makeRelease } from "@/server/release/make";

/** Freezes a dataset with a number. Begun again it starts from the beginning, and nothing is seen of it before it is whole. */
export const makingRelease = jobKind({
  kind: "make-release",
  deed: "make-release",
  counted: "rows",
  data: AskedRelease,
  run: makeRelease,
});
