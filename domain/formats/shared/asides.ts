import type { Spot } from "@/domain/interchange/document";
import type { Found, Trouble, Unread } from "@/domain/interchange/reader";

/** UTF-16 units of a record that are shown to whoever mends it. */
const longest = 2000;

export const setAside = (spot: Spot, record: string, trouble: Trouble, document?: string): Found => ({
  is: "set-aside",
  aside: { spot, ...(document === undefined ? {} : { document }), trouble, record: record.slice(0, longest) },
});

export const notRead = (what: string, spot: Spot, example?: string): Found => {
  const unread: Unread = { what, spot, ...(example === undefined ? {} : { example: example.slice(0, longest) }) };
  return { is: "unread", unread };
};
