import { VerdictId } from "@/domain/ids";

/** The verdict that was seen to stand on a tag, null for none. */
export const SeenVerdict = VerdictId.nullable();
