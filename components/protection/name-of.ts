import type { ProtectedThing } from "@/domain/protection/permitted-use";

/** What a protected thing is called on screen: its name, or the words of the passage. */
export const nameOf = ({ name, thing }: ProtectedThing): string =>
  thing.on === "passage" ? thing.anchor.segments.map(({ quote }) => quote).join(" … ") : name;
