import { filingLinks } from "@mainstay/contract/mailbox";
import { people } from "@mainstay/contract/person";
import { filingLinkDaysAtMost } from "@mainstay/domain/public-case/filing-limit";
import { Button, Form, InputNumber, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { ShownLink } from "./shown-link.tsx";

/** Makes a filing link and shows it once: a code to scan and a link to send. */
export const MakeFilingLinkDialog = ({
  accountId,
  personId: known,
  onClose,
}: {
  accountId: string;
  /** Where it is made for this person. */
  personId?: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ personId: string; days: number }>();
  const found = useAnswer(people.list, { params: { accountId } });
  const make = useAct(filingLinks.make, { refresh: [filingLinks.listOfAccount] });
  const anybody = "anybody";
  const finish = ({ personId, days }: { personId: string; days: number }) =>
    make.mutate({
      params: { accountId },
      body: { days, personId: personId === anybody ? null : personId },
    });
  return (
    <Modal
      open
      title={t("incomingMessage.filing.title")}
      onCancel={onClose}
      width={440}
      footer={
        make.data
          ? [
              <Button key="print" onClick={() => window.print()}>
                {t("incomingMessage.filing.print")}
              </Button>,
              <Button key="close" type="primary" onClick={onClose}>
                {t("incomingMessage.filing.close")}
              </Button>,
            ]
          : [
              <Button
                key="make"
                type="primary"
                loading={make.isPending}
                onClick={() => form.submit()}
              >
                {t("incomingMessage.filing.make")}
              </Button>,
            ]
      }
    >
      {make.data ? (
        <ShownLink
          url={make.data.url}
          title={t("incomingMessage.filing.title")}
          words={t("incomingMessage.filing.shownOnce")}
        />
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ personId: known ?? anybody, days: filingLinkDaysAtMost }}
          onFinish={finish}
        >
          <p className="muted">{t("incomingMessage.filing.lead")}</p>
          <Form.Item name="personId" label={t("incomingMessage.filing.forPerson")}>
            <Select
              options={[
                { value: anybody, label: t("incomingMessage.filing.forAccount") },
                ...(found.data?.items ?? [])
                  .filter(({ isPlaceholder, endsOn }) => !isPlaceholder && endsOn === null)
                  .map((one) => ({
                    value: one.personId,
                    label: [one.name, one.title].filter(Boolean).join(" · "),
                  })),
              ]}
            />
          </Form.Item>
          <Form.Item name="days" label={t("incomingMessage.filing.days")}>
            <InputNumber min={1} max={filingLinkDaysAtMost} precision={0} />
          </Form.Item>
          <FormProblem error={make.error} />
        </Form>
      )}
    </Modal>
  );
};
