/** A column behind the third, as the head of a file declares it. */
export type Column = { layer: string } & (
  | { is: "feature"; on: "span" | "relation" | "chain"; feature: string }
  | { is: "no-feature"; on: "span" | "relation" | "chain" }
  | { is: "source"; base: string }
  | { is: "role"; feature: string }
  | { is: "target"; feature: string; base: string }
);

const kinds = { T_SP: "span", T_RL: "relation", T_CH: "chain" } as const;

/** The columns that one line of the head declares; undefined where it declares none. */
export function columnsIn(line: string): Column[] | undefined {
  const [, kind = "", rest = ""] = /^#(T_SP|T_RL|T_CH)=(.*)$/.exec(line) ?? [];
  const on = kinds[kind as keyof typeof kinds];
  if (on === undefined) return undefined;
  const [layer = "", ...fields] = rest.trim().split("|");
  if (layer === "") return undefined;
  const named = fields.filter((field) => field !== "");
  if (named.length === 0) return [{ is: "no-feature", on, layer }];
  return named.map((field, nth) => columnOf(layer, on, field, named[nth - 1]));
}

function columnOf(layer: string, on: "span" | "relation" | "chain", field: string, before: string | undefined): Column {
  if (on === "relation" && field.startsWith("BT_")) return { is: "source", layer, base: field.slice(3) };
  if (on === "span" && field.startsWith("ROLE_")) return { is: "role", layer, feature: roleOf(field) };
  if (on === "span" && before?.startsWith("ROLE_") === true) {
    return { is: "target", layer, feature: roleOf(before), base: field };
  }
  return { is: "feature", on, layer, feature: field };
}

/** `ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink` is the slot `Roles`. */
const roleOf = (field: string) => /^ROLE_[^:]*:(.+)_[^_]*$/.exec(field)?.[1] ?? field;
