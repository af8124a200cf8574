import { type SubjectRequestView, subjectRequests } from "@mainstay/contract/subject-request";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { PersonSelect } from "../../components/person-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import styles from "./privacy.module.css";
import { staleAfterRequest } from "./stale-after-privacy.ts";

export type RequestAct = keyof SubjectRequestView["can"];

/** Checks who asks, carries out or refuses: what it will do is said first, then the words that are kept. */
export const RequestActDialog = ({
  act,
  request,
  onClose,
}: {
  act: RequestAct;
  request: SubjectRequestView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<{ words: string; personId?: string | null }>();
  const options = (done: string) => ({
    refresh: staleAfterRequest,
    onSuccess: () => {
      onClose();
      notice.done(done);
    },
  });
  const check = useAct(subjectRequests.checkIdentity, options(t("privacy.request.checked")));
  const carryOut = useAct(subjectRequests.carryOut, options(t("privacy.request.done")));
  const refuse = useAct(subjectRequests.refuse, options(t("privacy.request.refused")));
  const input = { params: { requestId: request.id }, ifMatch: request.version };
  const save = ({ words, personId }: { words: string; personId?: string | null }) => {
    if (act === "checkIdentity")
      check.mutate({ ...input, body: { how: words, ...(personId ? { personId } : {}) } });
    else if (act === "carryOut") carryOut.mutate({ ...input, body: { reply: words } });
    else refuse.mutate({ ...input, body: { reason: words } });
  };
  const kind = t(`glossary.subjectRequestKind.${request.kind}`);
  const titles = {
    checkIdentity: t("privacy.request.checkTitle"),
    carryOut: t("privacy.request.carryOutTitle", { kind }),
    refuse: t("privacy.request.refuseTitle"),
  };
  const hints = {
    checkIdentity: t("privacy.request.checkHint"),
    carryOut: t("privacy.request.replyHint"),
    refuse: t("privacy.request.refuseHint"),
  };
  const buttons = {
    checkIdentity: t("privacy.request.check"),
    carryOut: t("privacy.request.carryOut"),
    refuse: t("privacy.request.refuse"),
  };
  const isFinal = act === "carryOut" && request.kind === "erase";
  return (
    <Modal
      open
      title={titles[act]}
      okText={buttons[act]}
      okButtonProps={{
        danger: isFinal || act === "refuse",
        loading: check.isPending || carryOut.isPending || refuse.isPending,
      }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      {act === "carryOut" && (
        <p className={isFinal ? styles["warning"] : undefined}>
          {request.person && <strong>{request.person.name} </strong>}
          {t(`privacy.request.will.${request.kind}`)}
        </p>
      )}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        {act === "checkIdentity" && request.person === null && (
          <Form.Item name="personId" label={t("privacy.request.person")}>
            <PersonSelect />
          </Form.Item>
        )}
        <Form.Item
          name="words"
          label={act === "carryOut" ? t("privacy.request.reply") : hints[act]}
          rules={[{ required: true, whitespace: true, message: t("privacy.request.required") }]}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={act === "checkIdentity" ? 500 : 2000}
            placeholder={hints[act]}
          />
        </Form.Item>
      </Form>
      <FormProblem error={check.error ?? carryOut.error ?? refuse.error} />
    </Modal>
  );
};
