import { type IncidentView, incidents } from "@mainstay/contract/incident";
import { privacy } from "@mainstay/contract/privacy";
import { noticeAudiences } from "@mainstay/domain/privacy/incident";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { addressOf } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { IncidentDialog } from "./incident-dialog.tsx";
import styles from "./privacy.module.css";
import { Tag } from "./tag.tsx";

const refresh = [incidents.list, privacy.overview] as const;

const NoticeButton = ({ incidentId }: { incidentId: string }) => {
  const { t } = useTranslation();
  const items = noticeAudiences.flatMap((audience) =>
    (["noticePdf", "noticeHtml"] as const).map((form) => ({
      key: `${audience}-${form}`,
      label: (
        <a href={addressOf(incidents[form], { incidentId, audience })} download>
          {t(`privacy.incident.noticeFor.${audience}`)} · {form === "noticePdf" ? "PDF" : "HTML"}
        </a>
      ),
    })),
  );
  return (
    <Dropdown trigger={["click"]} menu={{ items }}>
      <Button size="small">{t("privacy.incident.notice")}</Button>
    </Dropdown>
  );
};

const Item = ({ one, onEdit }: { one: IncidentView; onEdit: () => void }) => {
  const { t, i18n } = useTranslation();
  const notice = useNotice();
  const advance = useAct(incidents.advance, {
    refresh,
    onSuccess: () => notice.done(t("privacy.incident.advanced")),
    onError: notice.refused,
  });
  const step = (name: "notify_authority" | "notify_persons" | "close") =>
    advance.mutate({ params: { incidentId: one.id }, ifMatch: one.version, body: { step: name } });
  const comma = i18n.language === "en" ? ", " : "、";
  const isLate = one.authorityNotifiedAt === null && one.status !== "closed";
  return (
    <li className={styles["item"]}>
      <div className={styles["head"]}>
        <Tag tone={one.status === "closed" ? "green" : isLate ? "red" : "amber"}>
          {t(`glossary.incidentStatus.${one.status}`)}
        </Tag>
        <h3>{one.title}</h3>
      </div>
      <div className={styles["facts"]}>
        {one.authorityNotifiedAt === null ? (
          <strong>{t("privacy.incident.clock", { count: one.hoursOpen })}</strong>
        ) : (
          <span>{t("privacy.incident.told", { at: formatInstant(one.authorityNotifiedAt) })}</span>
        )}
        {one.personsNotifiedAt !== null && (
          <span>
            {t("privacy.incident.personsTold", { at: formatInstant(one.personsNotifiedAt) })}
          </span>
        )}
        {one.personsAffected !== null && (
          <span>{t("privacy.incident.persons", { count: one.personsAffected })}</span>
        )}
        {one.kinds.length > 0 && (
          <span>{one.kinds.map((kind) => t(`glossary.factKind.${kind}`)).join(comma)}</span>
        )}
      </div>
      {[one.cause, one.harm, one.measures].map(
        (words, index) =>
          words !== "" && (
            <p key={index} className={styles["words"]}>
              {words}
            </p>
          ),
      )}
      <div className={styles["acts"]}>
        {one.can.edit && (
          <Button size="small" onClick={onEdit}>
            {t("privacy.incident.edit")}
          </Button>
        )}
        <NoticeButton incidentId={one.id} />
        {one.can.notifyAuthority && (
          <Button size="small" onClick={() => step("notify_authority")}>
            {t("privacy.incident.notifyAuthority")}
          </Button>
        )}
        {one.can.notifyPersons && (
          <Button size="small" onClick={() => step("notify_persons")}>
            {t("privacy.incident.notifyPersons")}
          </Button>
        )}
        {one.can.close && (
          <Button size="small" onClick={() => step("close")}>
            {t("privacy.incident.close")}
          </Button>
        )}
      </div>
    </li>
  );
};

/** Incidents with their clock: from discovery until the authority knows. */
export const IncidentsTab = () => {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<IncidentView | "new" | null>(null);
  const found = useAnswer(incidents.list, {});
  if (found.isError && !found.data)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton height={60} />;
  const { items, can } = found.data;
  const add = can.record && (
    <Button onClick={() => setEdited("new")}>{t("privacy.incident.add")}</Button>
  );
  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          title={t("privacy.incident.none")}
          words={t("privacy.incident.noneWords")}
          action={add}
        />
      ) : (
        <>
          <div className={styles["bar"]}>
            <span />
            {add}
          </div>
          <ul className={styles["list"]}>
            {items.map((one) => (
              <Item key={one.id} one={one} onEdit={() => setEdited(one)} />
            ))}
          </ul>
        </>
      )}
      {edited !== null && (
        <IncidentDialog
          incident={edited === "new" ? null : edited}
          refresh={refresh}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
};
