import { obligations, type ObligationView } from "@mainstay/contract/obligation";
import { people } from "@mainstay/contract/person";
import {
  type IsoDay,
  dayNumberFromIso,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { movesBeforeWarning } from "@mainstay/domain/obligation/obligation-policy";
import { dutyPeriodOf } from "@mainstay/domain/service-policy/duty-period";
import { Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useObligationWords } from "./obligation-words.ts";
import styles from "./obligation.module.css";
import { staleAfterObligation } from "./stale-after-obligation.ts";

interface MoveWords {
  dueOn: IsoDay;
  agreedWithPersonId: string;
  note: string;
}

/** The end of the period after its own: nothing may be moved beyond. */
const latestDay = ({ every, periodTo }: ObligationView): IsoDay => {
  const next = dutyPeriodOf(every, (dayNumberFromIso(periodTo) ?? 0) + 1);
  return next ? isoFromDayNumber(next.to) : periodTo;
};

/** Move the due day as agreed with a person of the customer; what is moved too often is said so. */
export const MoveDialog = ({
  obligation,
  today,
  onClose,
}: {
  obligation: ObligationView;
  today: IsoDay;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const words = useObligationWords();
  const [form] = Form.useForm<MoveWords>();
  const theirs = useAnswer(people.list, { params: { accountId: obligation.account.id } });
  const present = new Map(
    (theirs.data?.items ?? [])
      .filter(({ endsOn, isPlaceholder }) => endsOn === null && !isPlaceholder)
      .map(({ personId, name, title }) => [
        personId,
        { value: personId, label: title === null ? name : `${name} · ${title}` },
      ]),
  );
  const move = useAct(obligations.move, {
    refresh: staleAfterObligation,
    onSuccess: ({ dueOn }) => {
      onClose();
      notice.done(t("obligation.moveSaved", { on: dueOn }));
    },
  });
  const needed = [{ required: true, whitespace: true, message: t("obligation.needed") }];
  return (
    <Modal
      open
      title={t("obligation.moveTitle", { what: words.what(obligation) })}
      okText={t("app.save")}
      okButtonProps={{ loading: move.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("obligation.moveWhy")}</p>
      {obligation.moves >= movesBeforeWarning && (
        <p role="status" className={styles["warning"]}>
          {t("obligation.moveWarning", { count: obligation.moves })}
        </p>
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body: MoveWords) =>
          move.mutate({
            params: { obligationId: obligation.id },
            body,
            ifMatch: obligation.version,
          })
        }
      >
        <Form.Item name="dueOn" label={t("obligation.moveTo")} rules={needed}>
          <DayField earliest={today} latest={latestDay(obligation)} />
        </Form.Item>
        <Form.Item name="agreedWithPersonId" label={t("obligation.moveWith")} rules={needed}>
          <Select
            aria-label={t("obligation.moveWith")}
            loading={theirs.isPending}
            showSearch={{ optionFilterProp: "label" }}
            options={[...present.values()]}
            notFoundContent={t("obligation.moveWithNobody")}
          />
        </Form.Item>
        <Form.Item name="note" label={t("obligation.moveNote")} rules={needed}>
          <Input.TextArea rows={2} maxLength={1000} placeholder={t("obligation.moveNoteHint")} />
        </Form.Item>
        <FormProblem error={move.error} />
      </Form>
    </Modal>
  );
};
