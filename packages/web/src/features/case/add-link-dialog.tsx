import { cases } from "@mainstay/contract/case";
import { caseLinks } from "@mainstay/contract/case-link";
import { needs } from "@mainstay/contract/need";
import { orders } from "@mainstay/contract/order";
import { projects } from "@mainstay/contract/project";
import { type CaseLinkKind, caseLinkKinds } from "@mainstay/domain/case-link/case-link-kind";
import { Form, Modal, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { ContactSelect } from "../handover/contact-select.tsx";

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What an account has of a kind, newest first; null while it is on its way. */
const useChoices = (accountId: string, kind: CaseLinkKind): readonly Choice[] | null => {
  const mayOrders = useMay("order.view");
  const params = { accountId };
  const placed = useAnswer(
    orders.ofAccount,
    { params, query: { limit: 100 } },
    { enabled: kind === "order" && mayOrders },
  );
  const begun = useAnswer(projects.list, { params }, { enabled: kind === "project" });
  const noted = useAnswer(
    needs.list,
    { query: { accountId, limit: 100 } },
    { enabled: kind === "need" },
  );
  if (kind === "order")
    return mayOrders
      ? (placed.data?.items.map(({ id, externalId, orderedOn }) => ({
          id,
          name: `${externalId} · ${orderedOn}`,
        })) ?? null)
      : [];
  if (kind === "project") return begun.data?.items ?? null;
  return noted.data?.items.map(({ id, title }) => ({ id, name: title })) ?? null;
};

/** Link the case to something of its account. */
export const AddLinkDialog = ({
  caseId,
  accountId,
  onClose,
}: {
  caseId: string;
  accountId: string;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [kind, setKind] = useState<CaseLinkKind>("order");
  const [targetId, setTarget] = useState<string | null>(null);
  const choices = useChoices(accountId, kind);
  const add = useAct(caseLinks.add, { refresh: [caseLinks.list, cases.get], onSuccess: onClose });
  const named = t(`case.link.kind.${kind}`);
  return (
    <Modal
      open
      title={t("case.link.add")}
      okText={t("case.link.add")}
      okButtonProps={{ disabled: targetId === null, loading: add.isPending }}
      onOk={() => add.mutate({ params: { caseId }, body: { kind, targetId: targetId ?? "" } })}
      onCancel={onClose}
      width={440}
    >
      <Form layout="vertical" component="div">
        <Form.Item>
          <Segmented
            aria-label={t("case.link.title")}
            value={kind}
            onChange={(next) => {
              setKind(next);
              setTarget(null);
            }}
            options={caseLinkKinds.map((value) => ({ value, label: t(`case.link.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("case.link.choose", { kind: named })} htmlFor="case-link">
          {kind === "person" ? (
            <ContactSelect
              id="case-link"
              accountId={accountId}
              value={targetId}
              onChange={setTarget}
            />
          ) : (
            <Select
              id="case-link"
              showSearch={{ optionFilterProp: "label" }}
              loading={choices === null}
              value={targetId}
              onChange={setTarget}
              notFoundContent={
                choices === null ? t("app.loading") : t("case.link.nothing", { kind: named })
              }
              options={(choices ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Form.Item>
      </Form>
      <FormProblem error={add.error} />
    </Modal>
  );
};
