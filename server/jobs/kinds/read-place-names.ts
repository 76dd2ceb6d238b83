import "server-only";
import { ReadPlaceNames } from "@/domain/job/place-name-file";
import { readPlaceNames } from "@/server/gazetteer/read-place-names";
import { workspaceJobKind } from "@/server/jobs/kind";

/** Reads a file from GeoNames or a table of P-codes that an admin added into the workspace's gazetteer. */
export const readPlaceNamesJob = workspaceJobKind({
  kind: "read-place-names",
  deed: "add-place-names",
  counted: "lines",
  data: ReadPlaceNames,
  run: readPlaceNames,
});
