import { subjectPackets } from "@mainstay/contract/subject-packet";
import type { Locale } from "@mainstay/phrases/locale";
import { packetWords } from "@mainstay/phrases/privacy/packet-words";
import type { Context } from "../platform/access/context.ts";
import type { App } from "../platform/http/app.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { paperHtml } from "../platform/paper/paper-html.ts";
import { paperPdf } from "../platform/paper/paper-pdf.ts";
import { makePacket } from "./make-packet.ts";
import { packetPaper } from "./packet-paper.ts";

type Asked = { params: { personId: string }; query: { locale?: Locale | undefined } };

export const subjectPacketRoutes = (app: App): void => {
  const make = async (context: Context, asked: Asked, format: "json" | "html" | "pdf") => {
    const locale = asked.query.locale ?? context.workspace.locale;
    const packet = await makePacket(context, app.keyRing, asked.params.personId, format, locale);
    // No name in the file's name: it travels through folders and mails.
    return { packet, fileName: `${packetWords[locale].fileName}-${context.today}.${format}` };
  };
  serveDownload(app, subjectPackets.json, async (context, asked, outlet) => {
    const { packet, fileName } = await make(context, asked, "json");
    outlet.begin({ fileName, mediaType: "application/json; charset=utf-8" });
    await outlet.write(JSON.stringify(packet, null, 2));
  });
  serveDownload(app, subjectPackets.html, async (context, asked, outlet) => {
    const { packet, fileName } = await make(context, asked, "html");
    outlet.begin({ fileName, mediaType: "text/html; charset=utf-8" });
    await outlet.write(paperHtml(packetPaper(packet, context.workspace.timeZone)));
  });
  serveDownload(app, subjectPackets.pdf, async (context, asked, outlet) => {
    const { packet, fileName } = await make(context, asked, "pdf");
    const pdf = await paperPdf(packetPaper(packet, context.workspace.timeZone));
    outlet.begin({ fileName });
    await outlet.write(pdf);
  });
};
