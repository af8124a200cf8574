import { cases } from "@mainstay/contract/case";
import {
  type CaseChannel,
  type CaseKind,
  type CaseLevel,
  caseKinds,
  caseLevels,
} from "@mainstay/domain/case/case-kind";
import { useNavigate } from "@tanstack/react-router";
import { Button, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { DepartmentSelect } from "../promise/department-select.tsx";
import { ColleaguesSelect } from "./colleagues-select.tsx";
import { splitWords } from "./split-words.ts";
import { staleAfterCase } from "./stale-after-case.ts";

/** How a customer reaches a colleague who then writes it down. */
const byHand = ["phone", "message", "email", "visit"] as const satisfies CaseChannel[];

/** Take a case in: account, who raised it and how, kind, level, and the customer's words; the caller answers for it. */
export const OpenCaseDialog = ({
  accountId: known = null,
  onClose,
}: {
  /** Where it is opened from the account itself. */
  accountId?: string | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const [accountId, setAccount] = useState(known);
  const [personId, setPerson] = useState<string | null>(null);
  const [kind, setKind] = useState<CaseKind>("complaint");
  const [level, setLevel] = useState<CaseLevel>("general");
  const [channel, setChannel] = useState<(typeof byHand)[number]>("phone");
  const [isMore, setMore] = useState(false);
  const [departmentId, setDepartment] = useState<string | null>(null);
  const [complainedUserIds, setComplained] = useState<string[]>([]);
  const maySeeDepartments = useMay("user.view");
  const words = useUnsavedText(`open-case:${known ?? ""}`);
  const open = useAct(cases.open, {
    refresh: staleAfterCase,
    onSuccess: (made) => {
      words.done();
      onClose();
      notice.done(t("case.open.done", { number: made.number }));
      void navigate({ to: "/cases/$caseId", params: { caseId: made.id } });
    },
  });
  const { title, description } = splitWords(words.text);
  const save = () =>
    open.mutate({
      params: { accountId: accountId ?? "" },
      body: {
        kind,
        level,
        title,
        description,
        channel,
        personId,
        departmentId,
        complainedUserIds: kind === "complaint" ? complainedUserIds : [],
      },
    });
  return (
    <Modal
      open
      title={t("case.open.title")}
      okText={t("case.open.act")}
      okButtonProps={{ disabled: accountId === null || title === "", loading: open.isPending }}
      onOk={save}
      onCancel={onClose}
      width={520}
    >
      <Form layout="vertical" component="div">
        {known === null && (
          <Form.Item label={t("case.open.account")} htmlFor="case-account">
            <AccountSelect
              id="case-account"
              value={accountId}
              onChange={(next) => {
                setAccount(next);
                setPerson(null);
              }}
            />
          </Form.Item>
        )}
        {accountId !== null && (
          <Form.Item label={t("case.open.person")}>
            <ContactSelect accountId={accountId} value={personId} onChange={setPerson} />
          </Form.Item>
        )}
        <Form.Item label={t("case.open.kind")}>
          <Segmented
            aria-label={t("case.open.kind")}
            value={kind}
            onChange={setKind}
            options={caseKinds.map((value) => ({ value, label: t(`case.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("case.open.level")}>
          <Segmented
            aria-label={t("case.open.level")}
            value={level}
            onChange={setLevel}
            options={caseLevels.map((value) => ({ value, label: t(`case.level.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("case.open.channel")}>
          <Segmented
            aria-label={t("case.open.channel")}
            value={channel}
            onChange={setChannel}
            options={byHand.map((value) => ({ value, label: t(`case.channel.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          label={t("case.open.words")}
          htmlFor="case-words"
          extra={t("case.open.wordsHint")}
        >
          <Input.TextArea
            id="case-words"
            rows={4}
            maxLength={10_000}
            value={words.text}
            onChange={(event) => words.setText(event.target.value)}
          />
        </Form.Item>
        {!isMore && (maySeeDepartments || kind === "complaint") && (
          <Button type="link" style={{ paddingInline: 0 }} onClick={() => setMore(true)}>
            {t(kind === "complaint" ? "case.open.moreComplaint" : "case.open.more")}
          </Button>
        )}
        {isMore && maySeeDepartments && (
          <Form.Item label={t("case.dialog.department")} htmlFor="case-department">
            <DepartmentSelect id="case-department" value={departmentId} onChange={setDepartment} />
          </Form.Item>
        )}
        {isMore && kind === "complaint" && (
          <Form.Item label={t("case.dialog.complained")} htmlFor="case-complained">
            <ColleaguesSelect
              id="case-complained"
              value={complainedUserIds}
              known={[]}
              onChange={setComplained}
            />
          </Form.Item>
        )}
      </Form>
      <p className="muted">{t("case.open.answersFor")}</p>
      <FormProblem error={open.error} />
    </Modal>
  );
};
