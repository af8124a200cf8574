/**
 * What a page says, as plain data: the part of pdfmake's language that we use. It crosses to a thread, so it holds no
 * functions; the footer is words and a page number.
 */
export interface PdfDefinition {
  readonly title: string;
  readonly locale: "zh-CN" | "en";
  readonly content: readonly PdfBlock[];
  /** Stands at the left foot of every page, beside "2 / 5". */
  readonly footer?: string;
  readonly pageSize?: "A4" | "A3";
  readonly landscape?: boolean;
}

export interface PdfLook {
  readonly style?: PdfStyle;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fontSize?: number;
  readonly alignment?: "left" | "center" | "right";
  /** Points: left, top, right, bottom. */
  readonly margin?: readonly [number, number, number, number];
}

/** Looks that every paper shares; see `pdf-thread.ts`. */
export type PdfStyle = "title" | "heading" | "subheading" | "quiet" | "label";

export type PdfText = PdfLook & { readonly text: string | readonly (string | PdfText)[] };

export type PdfBlock =
  | string
  | PdfText
  | (PdfLook & { readonly ul: readonly PdfBlock[] })
  | (PdfLook & { readonly stack: readonly PdfBlock[] })
  | (PdfLook & {
      readonly columns: readonly (PdfBlock | (PdfText & { width: number | "auto" | "*" }))[];
      readonly columnGap?: number;
    })
  | (PdfLook & { readonly svg: string; readonly width?: number; readonly fit?: readonly number[] })
  | (PdfLook & { readonly qr: string; readonly fit?: number })
  | { readonly text: ""; readonly pageBreak: "before" | "after" }
  | (PdfLook & {
      readonly table: {
        readonly body: readonly (readonly PdfBlock[])[];
        /** Points, `auto`, `*` or a share such as `30%`. */
        readonly widths?: readonly (number | string)[];
        readonly headerRows?: number;
        readonly dontBreakRows?: boolean;
      };
      readonly layout?: "noBorders" | "lightHorizontalLines" | "headerLineOnly";
    });
