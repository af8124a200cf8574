import { createRequire } from "node:module";
import { dirname } from "node:path";
import { parentPort } from "node:worker_threads";
import type { PdfAnswer, PdfOrder } from "./make-pdf.ts";
import type { PdfDefinition } from "./pdf-definition.ts";

interface PdfMake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
  setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
const font = (face: string): string =>
  require.resolve(`@expo-google-fonts/noto-sans-sc/${face}/NotoSansSC_${face}.ttf`);
const [normal, bold] = [font("400Regular"), font("700Bold")];
const pdfmake = require("pdfmake") as PdfMake;
pdfmake.setFonts({ NotoSansSC: { normal, bold, italics: normal, bolditalics: bold } });
// A paper is made of what it is told, never of files or addresses named in its words.
pdfmake.setUrlAccessPolicy(() => false);
const fontFolder = dirname(dirname(normal));
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fontFolder));

/** pdfmake writes into what it is given; the definition came by message and is ours alone. */
const print = (definition: PdfDefinition): Promise<Buffer> =>
  pdfmake
    .createPdf({
      info: { title: definition.title, producer: "Mainstay" },
      language: definition.locale,
      pageSize: definition.pageSize ?? "A4",
      pageOrientation: definition.landscape ? "landscape" : "portrait",
      pageMargins: [48, 48, 48, 56],
      content: definition.content,
      footer: (page: number, pages: number) => ({
        margin: [48, 20, 48, 0],
        fontSize: 8,
        color: "#666666",
        columns: [
          { text: definition.footer ?? definition.title, width: "*" },
          { text: `${page} / ${pages}`, width: "auto" },
        ],
      }),
      defaultStyle: { font: "NotoSansSC", fontSize: 10, lineHeight: 1.25 },
      styles: {
        title: { fontSize: 18, bold: true, margin: [0, 0, 0, 6] },
        heading: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
        subheading: { fontSize: 11, bold: true, margin: [0, 8, 0, 2] },
        quiet: { color: "#555555", fontSize: 9 },
        label: { color: "#555555" },
      },
    })
    .getBuffer();

const say = (answer: PdfAnswer): void => parentPort?.postMessage(answer);

// One after the other: layout is all computing, and fonts are shared.
let last: Promise<void> = Promise.resolve();
parentPort?.on("message", ({ number, definition }: PdfOrder) => {
  last = last.then(async () => {
    try {
      say({ number, pdf: await print(definition) });
    } catch (error) {
      say({ number, failure: error instanceof Error ? error.message : String(error) });
    }
  });
});
