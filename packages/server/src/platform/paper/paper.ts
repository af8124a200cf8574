import type { Locale } from "@mainstay/phrases/locale";

/** A part of a paper. Words are plain text; how they look is the printer's. */
export type PaperPart =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "subheading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "quiet"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "pairs"; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** Something to read, print and hand over; printed alike as a page (`paperHtml`) and as PDF (`paperPdf`). */
export interface Paper {
  readonly title: string;
  readonly subtitle: string;
  readonly locale: Locale;
  readonly footer: string;
  readonly parts: readonly PaperPart[];
}
