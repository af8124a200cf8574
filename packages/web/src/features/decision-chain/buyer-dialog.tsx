import { type DecisionChain, decisionChains } from "@mainstay/contract/decision-chain";
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";

/** The first question of every chain: who has the final word. */
export const BuyerDialog = ({ chain, onClose }: { chain: DecisionChain; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [personId, setPersonId] = useState<string | null>(null);
  const people = chain.people.filter(({ can, isPlaceholder }) => can.setRole && !isPlaceholder);
  const name = people.find((one) => one.personId === personId)?.name ?? "";
  const set = useAct(decisionChains.setRole, {
    refresh: staleAfterChainChange,
    onSuccess: () => {
      onClose();
      notice.done(t("chain.roleSet", { name, role: t("glossary.buyingRole.economic_buyer") }));
    },
  });
  return (
    <Modal
      open
      title={t("chain.judgement.next.find_economic_buyer")}
      okText={t("app.save")}
      okButtonProps={{ disabled: personId === null, loading: set.isPending }}
      onOk={() =>
        personId !== null &&
        set.mutate({
          params: { accountId: chain.account.id, personId },
          // A placeholder may hold the role so far; naming somebody takes it over.
          body: { projectId: chain.projectId, role: "economic_buyer", replaceEconomicBuyer: true },
        })
      }
      onCancel={onClose}
      width={420}
    >
      <Select
        autoFocus
        style={{ width: "100%" }}
        aria-label={t("glossary.buyingRole.economic_buyer")}
        showSearch={{ optionFilterProp: "label" }}
        value={personId}
        onChange={setPersonId}
        options={people.map((one) => ({
          value: one.personId,
          label: [one.name, one.position.title].filter(Boolean).join(" · "),
        }))}
      />
      <FormProblem error={set.error} />
    </Modal>
  );
};
