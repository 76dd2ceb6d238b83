import * as me from "@/app/api/v1/me/route";

/** Every address of the API by its path below /api/v1; a test compares this list with the folders. */
export const routes = {
  "/me": me,
};
