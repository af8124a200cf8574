import type { PositionView } from "@mainstay/contract/person";
import { people, quickRoles } from "@mainstay/contract/person";
import { Button, Checkbox, Collapse, Form, Input, Modal, Select } from "antd";
import type { InputRef } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { SuperiorSelect } from "../../components/superior-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { staleAfterPerson } from "../person-page/person-acts.ts";
import { LikelyDuplicates } from "./likely-duplicates.tsx";

interface QuickWords {
  name?: string;
  title?: string;
  department?: string;
  reportsToId?: string | null;
  buyingRole?: (typeof quickRoles)[number] | null;
  workPhone?: string;
  workEmail?: string;
  isPlaceholder?: boolean;
}

const orNull = (text: string | undefined) => (text?.trim() ? text.trim() : null);

/**
 * The quick form: five fields for one person, and the form stays for the next. Department and superior are kept from one to the
 * next, as a team is entered from the top. Says while typing who may already be on file.
 */
export const QuickPersonDialog = ({
  accountId,
  reportsToId,
  onAdded,
  onClose,
}: {
  accountId: string;
  /** The job below which the new person stands, where that is known. */
  reportsToId?: string | null;
  onAdded?: (position: PositionView) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const mayGiveRoles = useMay("chain.edit");
  const [form] = Form.useForm<QuickWords>();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const first = useRef<InputRef>(null);
  const staysOpen = useRef(false);
  const typed = Form.useWatch([], form) as QuickWords | undefined;
  const add = useAct(people.add, {
    refresh: staleAfterPerson,
    onSuccess: (added) => {
      notice.done(t("person.addedNamed", { name: added.name }));
      onAdded?.(added);
      if (!staysOpen.current) return onClose();
      const { department = "", reportsToId: superior = null } = form.getFieldsValue();
      form.resetFields();
      form.setFieldsValue({ department, reportsToId: superior });
      setKey(crypto.randomUUID());
      first.current?.focus();
    },
  });
  const submit = (stays: boolean) => {
    staysOpen.current = stays;
    form.submit();
  };
  const save = (words: QuickWords) =>
    add.mutate({
      params: { accountId },
      body: {
        name: (words.name ?? "").trim(),
        title: orNull(words.title),
        department: orNull(words.department),
        workPhone: orNull(words.workPhone),
        workEmail: orNull(words.workEmail),
        reportsToId: words.reportsToId ?? null,
        isPlaceholder: words.isPlaceholder === true,
        ...(words.buyingRole && { buyingRole: words.buyingRole }),
      },
      idempotencyKey: key,
    });
  return (
    <Modal
      open
      title={t("person.add")}
      onCancel={onClose}
      width={460}
      footer={
        <>
          <Button onClick={onClose}>{t("app.close")}</Button>
          <Button loading={add.isPending && staysOpen.current} onClick={() => submit(true)}>
            {t("person.saveAndNext")}
          </Button>
          <Button
            type="primary"
            loading={add.isPending && !staysOpen.current}
            onClick={() => submit(false)}
          >
            {t("app.save")}
          </Button>
        </>
      }
    >
      <p className="muted">{t("person.businessOnly")}</p>
      <Form<QuickWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reportsToId: reportsToId ?? null }}
        onFinish={save}
        style={{ marginTop: 12 }}
      >
        <Form.Item
          name="name"
          label={t("person.name")}
          style={{ marginBottom: 8 }}
          rules={[{ required: true, whitespace: true, message: "" }]}
        >
          <Input
            ref={first}
            autoFocus
            maxLength={100}
            autoComplete="off"
            placeholder={typed?.isPlaceholder ? t("person.placeholderName") : ""}
          />
        </Form.Item>
        <LikelyDuplicates
          accountId={accountId}
          name={typed?.isPlaceholder ? "" : (typed?.name ?? "")}
          workPhone={typed?.workPhone ?? ""}
          workEmail={typed?.workEmail ?? ""}
        />
        <Form.Item name="isPlaceholder" valuePropName="checked" style={{ marginBottom: 12 }}>
          <Checkbox>{t("person.isPlaceholder")}</Checkbox>
        </Form.Item>
        <Form.Item name="title" label={t("person.jobTitle")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="department" label={t("person.department")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="reportsToId" label={t("person.reportsTo")}>
          <SuperiorSelect accountId={accountId} />
        </Form.Item>
        {mayGiveRoles && (
          <Form.Item name="buyingRole" label={t("person.role")}>
            <Select
              allowClear
              placeholder={t("person.noRole")}
              options={quickRoles.map((value) => ({
                value,
                label: t(`glossary.buyingRole.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <Collapse
          ghost
          size="small"
          items={[
            {
              key: "more",
              label: t("person.more"),
              forceRender: true,
              children: (
                <>
                  <Form.Item name="workPhone" label={t("person.workPhone")}>
                    <Input maxLength={40} inputMode="tel" />
                  </Form.Item>
                  <Form.Item name="workEmail" label={t("person.workEmail")}>
                    <Input maxLength={200} inputMode="email" />
                  </Form.Item>
                </>
              ),
            },
          ]}
        />
        <FormProblem error={add.error} />
      </Form>
    </Modal>
  );
};
