import { incidents } from "@mainstay/contract/incident";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { NoticeAudience } from "@mainstay/domain/privacy/incident";
import type { Locale } from "@mainstay/phrases/locale";
import type { Context } from "../platform/access/context.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import type { Paper } from "../platform/paper/paper.ts";
import { paperHtml } from "../platform/paper/paper-html.ts";
import { paperPdf } from "../platform/paper/paper-pdf.ts";
import { newestNotice } from "../privacy-notice/notice-queries.ts";
import { incidentPaper } from "./incident-paper.ts";
import { findIncident, listIncidents } from "./incident-queries.ts";
import { advanceIncident, editIncident, recordIncident } from "./work-on-incident.ts";

const paperOf = (
  context: Context,
  { incidentId, audience }: { incidentId: string; audience: NoticeAudience },
  locale: Locale = context.locale,
): Promise<Paper> =>
  context.read(async (db) => {
    const incident = await findIncident(db, context, incidentId);
    if (!incident) throw new AppError("incident.not_found");
    const notice = await newestNotice(db, context.tenantId);
    return incidentPaper(incident, audience, locale, {
      handlerName: notice?.content.handlerName ?? context.workspace.name,
      timeZone: context.workspace.timeZone,
      today: context.today,
    });
  });

export const incidentRoutes = (app: App): void => {
  serve(app, incidents.list, (context) =>
    context.read(async (db) => ({
      items: await listIncidents(db, context),
      can: { record: isPermitted(context.actor, "incident.record") },
    })),
  );
  serve(app, incidents.get, (context, { params }) =>
    context.read(async (db) => {
      const incident = await findIncident(db, context, params.incidentId);
      if (!incident) throw new AppError("incident.not_found");
      return incident;
    }),
  );
  serve(app, incidents.record, (context, { body }) => recordIncident(context, body));
  serve(app, incidents.edit, (context, { params, body }) =>
    editIncident(context, params.incidentId, body),
  );
  serve(app, incidents.advance, (context, { params, body }) =>
    advanceIncident(context, params.incidentId, body.step),
  );
  serveDownload(app, incidents.noticeHtml, async (context, { params, query }, outlet) => {
    const paper = await paperOf(context, params, query.locale);
    outlet.begin({ fileName: `${paper.title}.html`, mediaType: "text/html; charset=utf-8" });
    await outlet.write(paperHtml(paper));
  });
  serveDownload(app, incidents.noticePdf, async (context, { params, query }, outlet) => {
    const pdf = await paperPdf(await paperOf(context, params, query.locale));
    outlet.begin({ fileName: `${params.audience}-${context.today}.pdf` });
    await outlet.write(pdf);
  });
};
