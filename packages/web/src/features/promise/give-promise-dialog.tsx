import { promises } from "@mainstay/contract/promise";
import type { PromiseSource } from "@mainstay/domain/promise/promise-status";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { DepartmentSelect } from "./department-select.tsx";
import { staleAfterPromise } from "./stale-after-promise.ts";

/** Writes down what was promised: to whom, by which department, who answers for it, by when. */
export const GivePromiseDialog = ({
  account,
  source = null,
  personId: person = null,
  title: words = "",
  onGiven,
  onClose,
}: {
  account: { id: string; name?: string } | null;
  source?: { kind: PromiseSource; id: string } | null;
  personId?: string | null;
  title?: string;
  onGiven?: (promiseId: string) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { today } = useSession().workspace;
  const [key] = useState(() => crypto.randomUUID());
  const title = useUnsavedText(
    `promise:${source?.id ?? account?.id ?? "new"}`,
    words.slice(0, 300),
  );
  const [accountId, setAccount] = useState<string | null>(account?.id ?? null);
  const [departmentId, setDepartment] = useState<string | null>(null);
  const [giverUserId, setGiver] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(person);
  const [madeOn, setMade] = useState<string | null>(today);
  const [dueOn, setDue] = useState<string | null>(null);
  const give = useAct(promises.give, {
    refresh: staleAfterPromise,
    onSuccess: ({ id }) => {
      title.done();
      notice.done(t("promise.dialog.given"));
      onGiven?.(id);
      onClose();
    },
  });
  const isReady =
    title.text.trim() !== "" && accountId !== null && departmentId !== null && dueOn !== null;
  const name = account?.name;
  return (
    <Modal
      open
      title={name ? `${t("promise.dialog.giveTitle")} · ${name}` : t("promise.dialog.giveTitle")}
      okText={t("promise.act.give")}
      okButtonProps={{ disabled: !isReady, loading: give.isPending }}
      onOk={() =>
        accountId !== null &&
        departmentId !== null &&
        dueOn !== null &&
        give.mutate({
          params: { accountId },
          body: {
            title: title.text.trim(),
            departmentId,
            giverUserId,
            personId,
            dueOn,
            ...(madeOn !== null && { madeOn }),
            ...(source !== null && { source }),
          },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={480}
    >
      <Form layout="vertical" component="div">
        {account === null && (
          <Form.Item label={t("promise.field.account")} htmlFor="promise-account">
            <AccountSelect
              id="promise-account"
              value={accountId}
              onChange={(next) => {
                setAccount(next);
                setPerson(null);
              }}
            />
          </Form.Item>
        )}
        <Form.Item label={t("promise.field.what")} htmlFor="promise-title">
          <Input.TextArea
            id="promise-title"
            autoFocus={account !== null}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={300}
            placeholder={t("promise.field.whatHint")}
            value={title.text}
            onChange={(event) => title.setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("promise.field.due")} htmlFor="promise-due">
          <DayField id="promise-due" value={dueOn} onChange={setDue} earliest={madeOn ?? today} />
        </Form.Item>
        <Form.Item label={t("promise.field.department")} htmlFor="promise-department">
          <DepartmentSelect id="promise-department" value={departmentId} onChange={setDepartment} />
        </Form.Item>
        <Form.Item
          label={t("promise.field.giver")}
          htmlFor="promise-giver"
          extra={t("promise.field.giverMe")}
        >
          <UserSelect
            id="promise-giver"
            value={giverUserId}
            onChange={setGiver}
            nobody={t("promise.filter.mine")}
          />
        </Form.Item>
        {accountId !== null && (
          <Form.Item label={t("promise.field.person")} htmlFor="promise-to">
            <ContactSelect
              id="promise-to"
              accountId={accountId}
              value={personId}
              onChange={setPerson}
            />
          </Form.Item>
        )}
        <Form.Item label={t("promise.field.madeOn")} htmlFor="promise-made">
          <DayField id="promise-made" value={madeOn} onChange={setMade} latest={today} />
        </Form.Item>
      </Form>
      <FormProblem error={give.error} />
    </Modal>
  );
};
