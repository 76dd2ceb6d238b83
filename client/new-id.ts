import { v7 } from "uuid";

/** A new UUID version 7. Ids are brands over strings; whoever makes one knows what it is for. */
export const newId = <Id extends string>(): Id => v7() as Id;
