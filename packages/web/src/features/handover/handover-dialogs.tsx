import { type HandoverView, handovers } from "@mainstay/contract/handover";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { ContactSelect } from "./contact-select.tsx";
import type { HandoverDialog } from "./handover-acts.tsx";
import styles from "./handover.module.css";
import { staleAfterHandover } from "./stale-after-handover.ts";

/** The dialogs of one handover: accept the pack, name who takes over or follows, drop it. */
export const HandoverDialogs = ({
  dialog,
  handover,
  packSha256,
  onClose,
}: {
  dialog: HandoverDialog;
  handover: HandoverView;
  packSha256: string | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string | null>(
    dialog === "successor"
      ? (handover.successor?.id ?? null)
      : ((handover.side === "ours" ? handover.to : handover.owner)?.id ?? null),
  );
  const done = (said: string) => ({
    refresh: staleAfterHandover,
    onSuccess: () => {
      onClose();
      notice.done(said);
    },
  });
  const accept = useAct(handovers.accept, done(t("handover.act.accepted")));
  const assign = useAct(handovers.assign, done(t("handover.act.assigned")));
  const name = useAct(handovers.nameSuccessor, done(t("handover.act.named")));
  const drop = useAct(handovers.drop, done(t("handover.act.dropped")));
  const open = handover.items.filter(({ isMandatory, doneAt }) => isMandatory && doneAt === null);
  const to = { params: { handoverId: handover.id }, ifMatch: handover.version };
  const said = words.trim();
  const forms = {
    accept: {
      title: t("handover.act.accept"),
      isReady: packSha256 !== null && (open.length === 0 || said !== ""),
      act: accept,
      save: () =>
        accept.mutate({
          ...to,
          body: { packSha256: packSha256 ?? "", ...(open.length > 0 && { despite: said }) },
        }),
    },
    assign: {
      title: t("handover.act.assign"),
      isReady: chosen !== null,
      act: assign,
      save: () => assign.mutate({ ...to, body: { userId: chosen ?? "" } }),
    },
    successor: {
      title: t("handover.act.nameSuccessor"),
      isReady: true,
      act: name,
      save: () => name.mutate({ ...to, body: { personId: chosen } }),
    },
    drop: {
      title: t("handover.act.drop"),
      isReady: said !== "",
      act: drop,
      save: () => drop.mutate({ ...to, body: { reason: said } }),
    },
  } as const;
  const { title, isReady, act, save } = forms[dialog];
  const field = (label: string) => (
    <Form.Item label={label} htmlFor="handover-words">
      <Input.TextArea
        id="handover-words"
        rows={2}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ disabled: !isReady, loading: act.isPending }}
      onOk={save}
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" component="div">
        {dialog === "accept" && (
          <>
            <p>{t("handover.act.acceptLead")}</p>
            <p className={styles["hash"]}>{packSha256}</p>
            {open.length > 0 && (
              <>
                <ul>
                  {open.map(({ key }) => (
                    <li key={key}>{t(`handover.item.${key}`)}</li>
                  ))}
                </ul>
                {field(t("handover.act.acceptDespite", { count: open.length }))}
              </>
            )}
          </>
        )}
        {dialog === "assign" && (
          <Form.Item label={t(handover.side === "ours" ? "handover.to" : "handover.owner")}>
            <UserSelect value={chosen} onChange={setChosen} nobody={t("handover.nobody")} />
          </Form.Item>
        )}
        {dialog === "successor" && (
          <Form.Item label={t("handover.successor")}>
            <ContactSelect
              accountId={handover.account.id}
              value={chosen}
              onChange={setChosen}
              {...(handover.person && { notPersonId: handover.person.id })}
            />
          </Form.Item>
        )}
        {dialog === "drop" && field(t("handover.act.dropReason"))}
      </Form>
      <FormProblem error={act.error} />
    </Modal>
  );
};
