import "server-only";
import about from "@/package.json";

/** The version of this program, as package.json names it. */
export const { version } = about;
