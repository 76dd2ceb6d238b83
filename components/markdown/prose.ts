/** What a short formatted text is made of, as data: no markup, nothing that runs. */
export type Inline =
  | string
  | { readonly is: "strong" | "emphasis" | "struck"; readonly of: readonly Inline[] }
  | { readonly is: "code"; readonly text: string }
  | { readonly is: "link"; readonly href: string; readonly of: readonly Inline[] }
  | { readonly is: "break" };

export type ProseBlock =
  | { readonly is: "heading"; readonly level: number; readonly of: readonly Inline[] }
  | { readonly is: "paragraph"; readonly of: readonly Inline[] }
  | { readonly is: "list"; readonly start: number | undefined; readonly items: readonly (readonly ProseBlock[])[] }
  | { readonly is: "quote"; readonly of: readonly ProseBlock[] }
  | { readonly is: "code"; readonly text: string }
  | {
      readonly is: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly is: "rule" };
