import { makePdf } from "../pdf/make-pdf.ts";
import type { PdfBlock, PdfDefinition } from "../pdf/pdf-definition.ts";
import type { Paper, PaperPart } from "./paper.ts";

const partPdf = (part: PaperPart): PdfBlock => {
  switch (part.kind) {
    case "heading":
      return { text: part.text, style: "heading" };
    case "subheading":
      return { text: part.text, style: "subheading" };
    case "paragraph":
      return { text: part.text, margin: [0, 2, 0, 2] };
    case "quiet":
      return { text: part.text, style: "quiet", margin: [0, 2, 0, 2] };
    case "list":
      return { ul: part.items };
    case "pairs":
      return part.rows.length === 0
        ? ""
        : {
            table: {
              widths: ["28%", "*"],
              body: part.rows.map(([label, value]) => [{ text: label, style: "label" }, value]),
            },
            layout: "noBorders",
          };
    case "table":
      return {
        table: {
          headerRows: 1,
          widths: part.head.map(() => "*"),
          body: [part.head.map((text) => ({ text, bold: true })), ...part.rows],
        },
        layout: "lightHorizontalLines",
        fontSize: 9,
        margin: [0, 4, 0, 4],
      };
  }
};

/** What the paper says, in the printer's language. */
export const paperDefinition = (paper: Paper): PdfDefinition => ({
  title: paper.title,
  locale: paper.locale,
  footer: paper.footer,
  content: [
    { text: paper.title, style: "title" },
    { text: paper.subtitle, style: "quiet" },
    ...paper.parts.map(partPdf),
  ],
});

/** The paper as PDF. */
export const paperPdf = (paper: Paper): Promise<Buffer> => makePdf(paperDefinition(paper));
