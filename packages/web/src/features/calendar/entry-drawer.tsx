import { accountPage } from "@mainstay/contract/account-page";
import { type CalendarEntryView, calendars } from "@mainstay/contract/calendar";
import { today as todayEndpoints } from "@mainstay/contract/today";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { Link } from "@tanstack/react-router";
import { Button, Drawer, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import styles from "./calendar.module.css";
import { clockOf } from "./calendar-items.ts";

/** One day of a plan: what, when, where, with whom; log it, change it, leave the day out, remove it. */
export const EntryDrawer = ({
  entry,
  on,
  today,
  onEdit,
  onClose,
}: {
  entry: CalendarEntryView;
  on: IsoDay;
  today: IsoDay;
  onEdit: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const notice = useNotice();
  const ends = (words: string) => ({
    refresh: [calendars.range],
    onSuccess: () => {
      onClose();
      notice.done(words);
    },
    onError: notice.refused,
  });
  const skip = useAct(calendars.skip, ends(t("calendar.entry.skipped")));
  const remove = useAct(calendars.remove, ends(t("calendar.entry.removed")));
  const at = { params: { entryId: entry.id }, ifMatch: entry.version };
  const isLogged = entry.loggedOn.includes(on);
  const others = entry.ours.map(({ name }) => name).join("、");
  return (
    <Drawer open title={entry.title} onClose={onClose} size={400}>
      <div className={styles["details"]}>
        <p>
          {formatDay(on, locale)}{" "}
          {entry.startsMinute === null || entry.lastsMinutes === null
            ? t("calendar.allDay")
            : `${clockOf(entry.startsMinute)}–${clockOf((entry.startsMinute + entry.lastsMinutes) % 1440)}`}
        </p>
        <p>
          {t(`calendar.kind.${entry.kind}`)}
          {entry.account !== null && (
            <>
              {" · "}
              <Link to={`/accounts/${entry.account.id}` as string}>{entry.account.name}</Link>
            </>
          )}
          {entry.place !== null && ` · ${entry.place}`}
        </p>
        <p className="muted">
          {t("calendar.entry.owner", { name: entry.owner.name })}
          {others !== "" && ` · ${t("calendar.entry.with", { names: others })}`}
        </p>
        {entry.account === null && <p className="muted">{t("calendar.entry.private")}</p>}
        {isLogged && <p>{t("calendar.logged")}</p>}
        {entry.can.log && !isLogged && on <= today && (
          <LogFromPlan entry={entry} on={on} onClose={onClose} />
        )}
        {entry.can.edit && (
          <div className={styles["actions"]}>
            <Button onClick={onEdit}>{t("app.edit")}</Button>
            {entry.recurrence !== null && (
              <Button loading={skip.isPending} onClick={() => skip.mutate({ ...at, body: { on } })}>
                {t("calendar.entry.skip")}
              </Button>
            )}
            <Button danger loading={remove.isPending} onClick={() => remove.mutate(at)}>
              {t(entry.recurrence === null ? "calendar.entry.remove" : "calendar.entry.removeAll")}
            </Button>
          </div>
        )}
      </div>
    </Drawer>
  );
};

/** The contact is logged from the plan: the title is the first wording, one click saves it. */
const LogFromPlan = ({
  entry,
  on,
  onClose,
}: {
  entry: CalendarEntryView;
  on: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const summary = useUnsavedText(`plan:${entry.id}:${on}`, entry.title);
  const [key] = useState(() => crypto.randomUUID());
  const log = useAct(calendars.log, {
    refresh: [calendars.range, accountPage.get, todayEndpoints.get],
    onSuccess: () => {
      summary.done();
      onClose();
      notice.done(t("calendar.entry.logDone"));
    },
    onError: notice.refused,
  });
  return (
    <div className={styles["details"]}>
      <Input.TextArea
        aria-label={t("calendar.entry.logWhat")}
        rows={3}
        maxLength={5000}
        value={summary.text}
        onChange={(event) => summary.setText(event.target.value)}
      />
      <Button
        type="primary"
        loading={log.isPending}
        disabled={summary.text.trim() === ""}
        onClick={() =>
          log.mutate({
            params: { entryId: entry.id },
            body: { on, summary: summary.text },
            idempotencyKey: key,
          })
        }
      >
        {t("calendar.entry.log")}
      </Button>
    </div>
  );
};
