import { subjectPackets } from "@mainstay/contract/subject-packet";
import type { SubjectRequestView } from "@mainstay/contract/subject-request";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../lib/call.ts";
import { useMay } from "../../lib/session.ts";
import styles from "./privacy.module.css";
import type { RequestAct } from "./request-act-dialog.tsx";
import { Tag } from "./tag.tsx";

const Clock = ({ request }: { request: SubjectRequestView }) => {
  const { t } = useTranslation();
  const { daysLeft, isOverdue, status } = request;
  if (status === "done" || status === "refused")
    return (
      <Tag tone={status === "done" ? "green" : "amber"}>
        {t(`glossary.subjectRequestStatus.${status}`)}
      </Tag>
    );
  if (isOverdue) return <Tag tone="red">{t("privacy.request.overdue", { count: -daysLeft })}</Tag>;
  return (
    <Tag tone={daysLeft <= 3 ? "amber" : "green"}>
      {daysLeft === 0
        ? t("privacy.request.dueToday")
        : t("privacy.request.left", { count: daysLeft })}
    </Tag>
  );
};

/** The copy of everything held, in the form that is asked for. */
export const PacketButton = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const may = useMay("subject_packet.make");
  if (!may) return null;
  const forms = ["pdf", "html", "json"] as const;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: forms.map((form) => ({
          key: form,
          label: (
            <a href={addressOf(subjectPackets[form], { personId })} download>
              {form.toUpperCase()}
            </a>
          ),
        })),
      }}
    >
      <Button size="small" title={t("privacy.request.packetHint")}>
        {t("privacy.request.packet")}
      </Button>
    </Dropdown>
  );
};

/** One request: its clock, who asks for what about whom, what has been done, and what can be done now. */
export const RequestRow = ({
  request,
  onAct,
}: {
  request: SubjectRequestView;
  onAct: (act: RequestAct) => void;
}) => {
  const { t } = useTranslation();
  const { person, can, identityCheckedBy } = request;
  return (
    <li className={styles["item"]}>
      <div className={styles["head"]}>
        <Clock request={request} />
        <h3>{t(`glossary.subjectRequestKind.${request.kind}`)}</h3>
        {person ? (
          <Link to="/people/$personId" params={{ personId: person.id }}>
            {person.name}
          </Link>
        ) : (
          <span className="muted">
            {request.isPersonGone
              ? t("privacy.request.personGone")
              : t("privacy.request.personMissing")}
          </span>
        )}
      </div>
      <div className={styles["facts"]}>
        {t("privacy.request.from", {
          who: request.requester,
          on: request.receivedOn,
          via: t(`glossary.requestChannel.${request.receivedVia}`),
        })}
      </div>
      {request.words !== "" && <p className={styles["words"]}>{request.words}</p>}
      {request.identityChecked !== null && (
        <p className="muted">
          {t("privacy.request.checkedBy", {
            how: request.identityChecked,
            name: identityCheckedBy?.name ?? "",
          })}
        </p>
      )}
      {(request.reply ?? request.refusalReason) !== null && (
        <p className={styles["words"]}>{request.reply ?? request.refusalReason}</p>
      )}
      <div className={styles["acts"]}>
        {can.carryOut && (
          <Button size="small" type="primary" onClick={() => onAct("carryOut")}>
            {t("privacy.request.carryOut")}
          </Button>
        )}
        {can.checkIdentity && (
          <Button
            size="small"
            type={request.status === "open" ? "primary" : "default"}
            onClick={() => onAct("checkIdentity")}
          >
            {t("privacy.request.check")}
          </Button>
        )}
        {person && request.status !== "open" && <PacketButton personId={person.id} />}
        {can.refuse && (
          <Button size="small" onClick={() => onAct("refuse")}>
            {t("privacy.request.refuse")}
          </Button>
        )}
      </div>
    </li>
  );
};
