import { notices } from "@mainstay/contract/privacy-notice";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { noticePage } from "./notice-page.ts";
import { listNotices, toNoticeView } from "./notice-queries.ts";
import { publishNotice, readNotice } from "./publish-notice.ts";

/** Joins the notice: its draft and versions for compliance, the published page for everybody. */
export const noticeRoutes = (app: App): void => {
  serve(app, notices.get, (context) => readNotice(context));
  serve(app, notices.versions, (context) =>
    context.read(async (db) => ({
      items: (await listNotices(db, context.tenantId)).map(toNoticeView),
    })),
  );
  serve(app, notices.publish, (context, { body }) => publishNotice(context, body));
  noticePage(app);
};
