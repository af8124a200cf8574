import { findServicePolicyFaults } from "@mainstay/domain/service-policy/check-service-policy";
import { serviceModes } from "@mainstay/domain/service-policy/service-mode";
import {
  type DutyKind,
  dutyKinds,
  type PolicyLine,
  type PolicyLineKey,
  policySeats,
} from "@mainstay/domain/service-policy/service-terms";
import { servicePolicyFaultWords } from "@mainstay/phrases/error/service-policy-fault-words";
import { lineKey } from "@mainstay/phrases/service-policy/line-key";
import { Checkbox, InputNumber, Modal, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";
import { useSession } from "../../lib/session.ts";
import { DutyField } from "./duty-field.tsx";
import { withoutEmptyTerms } from "./service-policy-draft.ts";
import styles from "./service-policy.module.css";

/** One line of the policy term by term; what is left empty it says nothing about. */
export const EditLineDialog = ({
  lineOf,
  line: first,
  onKeep,
  onClose,
}: {
  lineOf: PolicyLineKey;
  line: PolicyLine | undefined;
  onKeep: (line: PolicyLine) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const { workspace } = useSession();
  const id = useId();
  const [line, setLine] = useState<PolicyLine>(first ?? {});
  const set = (changed: PolicyLine) => setLine({ ...line, ...changed });
  const faults = findServicePolicyFaults({ [lineOf]: line }).filter(
    ({ fault }) => fault !== "nothing_said",
  );
  const setDuty = (kind: DutyKind, duty: NonNullable<PolicyLine["duties"]>[DutyKind]) => {
    const { [kind]: _, ...others } = line.duties ?? {};
    set({ duties: duty === undefined ? others : { ...others, [kind]: duty } });
  };
  const hours = (name: "replyHours" | "solveHours" | "greenChannelHours") => (
    <div className={styles["field"]}>
      <label htmlFor={`${id}${name}`}>{t(`servicePolicy.${name}`)}</label>
      <InputNumber
        id={`${id}${name}`}
        min={1}
        max={8760}
        precision={0}
        suffix="h"
        value={line[name] ?? null}
        onChange={(value) => set({ [name]: value })}
      />
    </div>
  );
  return (
    <Modal
      open
      title={t("servicePolicy.editLine", { line: t(`servicePolicy.line.${lineKey(lineOf)}`) })}
      okText={t("app.save")}
      okButtonProps={{ disabled: faults.length > 0 }}
      onOk={() => {
        onKeep(withoutEmptyTerms(line));
        onClose();
      }}
      onCancel={onClose}
      width={560}
    >
      {dutyKinds.map((kind) => (
        <DutyField
          key={kind}
          kind={kind}
          duty={line.duties?.[kind]}
          onChange={(duty) => setDuty(kind, duty)}
        />
      ))}
      <fieldset className={styles["fieldset"]}>
        <legend>{t("servicePolicy.seats")}</legend>
        <Checkbox.Group
          value={[...(line.seats ?? [])]}
          onChange={(seats) => set({ seats: policySeats.filter((seat) => seats.includes(seat)) })}
          options={policySeats.map((seat) => ({
            value: seat,
            label: t(`glossary.seat.${seat}`),
          }))}
        />
      </fieldset>
      <div className={styles["fields"]}>
        {hours("replyHours")}
        {hours("solveHours")}
        {hours("greenChannelHours")}
        <div className={styles["field"]}>
          <label htmlFor={`${id}mode`}>{t("servicePolicy.serviceMode")}</label>
          <Select
            id={`${id}mode`}
            allowClear
            placeholder={t("servicePolicy.everyNone")}
            value={line.serviceMode ?? null}
            onChange={(serviceMode) => set({ serviceMode: serviceMode ?? null })}
            options={serviceModes.map((mode) => ({
              value: mode,
              label: t(`servicePolicy.mode.${mode}`),
            }))}
          />
        </div>
        <div className={styles["field"]}>
          <label htmlFor={`${id}budget`}>{t("servicePolicy.benefitBudgetMinor")}</label>
          <InputNumber
            id={`${id}budget`}
            min={0}
            max={10_000_000_000}
            precision={0}
            suffix={workspace.baseCurrency}
            value={line.benefitBudgetMinor == null ? null : line.benefitBudgetMinor / 100}
            onChange={(value) => set({ benefitBudgetMinor: value === null ? null : value * 100 })}
          />
        </div>
      </div>
      {faults.length > 0 && (
        <p role="alert" className={styles["faults"]}>
          {faults.map((fault) => servicePolicyFaultWords(fault, locale)).join(" ")}
        </p>
      )}
    </Modal>
  );
};
