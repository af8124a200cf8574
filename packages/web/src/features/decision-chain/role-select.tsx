import { type ChainPerson, decisionChains } from "@mainstay/contract/decision-chain";
import { type BuyingRole, buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import type { CoachEvidence } from "@mainstay/domain/buying-role/coach-evidence";
import { App, Select } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import styles from "./chain-table.module.css";

const CoachDialog = lazy(() =>
  import("./coach-dialog.tsx").then((m) => ({ default: m.CoachDialog })),
);

/** A person's buying role, changed on the spot; a coach is asked for the three tests, an economic buyer taken over on a question. */
export const RoleSelect = ({
  accountId,
  projectId,
  isReadOnly,
  person,
}: {
  accountId: string;
  projectId: string | null;
  isReadOnly: boolean;
  person: ChainPerson;
}) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const [asksCoach, setAsksCoach] = useState(false);
  const { name, personId, role } = person;
  const set = useAct(decisionChains.setRole, {
    refresh: staleAfterChainChange,
    onSuccess: (done) => {
      setAsksCoach(false);
      const word = t(`glossary.buyingRole.${done.role ?? "none"}`);
      notice.done(t("chain.roleSet", { name, role: word }));
    },
    onError: (error, { body }) => {
      if (!isProblem(error, "chain.economic_buyer_taken")) return notice.refused(error);
      modal.confirm({
        title: t("chain.roleTaken", { name: String(error.params["name"] ?? "") }),
        content: t("chain.roleReplace", { name }),
        okText: t("chain.replace"),
        onOk: () => send({ role: body.role, replaceEconomicBuyer: true }),
      });
    },
  });
  const send = (change: {
    role: BuyingRole | null;
    coachTests?: CoachEvidence[];
    replaceEconomicBuyer?: boolean;
  }) => set.mutate({ params: { accountId, personId }, body: { projectId, ...change } });
  const choose = (chosen: BuyingRole | "none") => {
    if (chosen === "coach") setAsksCoach(true);
    else send({ role: chosen === "none" ? null : chosen });
  };
  if (isReadOnly || !person.can.setRole) return <RoleWord role={role} />;
  return (
    <>
      <Select
        size="small"
        variant="borderless"
        className={styles["roleSelect"] ?? ""}
        popupMatchSelectWidth={false}
        aria-label={t("chain.roleOf", { name })}
        loading={set.isPending}
        value={role?.role ?? "none"}
        onSelect={(chosen) => choose(chosen as BuyingRole | "none")}
        options={[...buyingRoles, "none" as const].map((value) => ({
          value,
          label: t(`glossary.buyingRole.${value}`),
        }))}
      />
      {role?.isDefault === true && (
        <span className={styles["small"]}>{t("chain.defaultRole")}</span>
      )}
      {asksCoach && (
        <Suspense>
          <CoachDialog
            person={person}
            isSaving={set.isPending}
            onSave={(coachTests) => send({ role: "coach", coachTests })}
            onClose={() => setAsksCoach(false)}
          />
        </Suspense>
      )}
    </>
  );
};

const RoleWord = ({ role }: { role: ChainPerson["role"] }) => {
  const { t } = useTranslation();
  return (
    <span>
      {t(`glossary.buyingRole.${role?.role ?? "none"}`)}
      {role?.isDefault === true && (
        <span className={styles["small"]}> {t("chain.defaultRole")}</span>
      )}
    </span>
  );
};
