import { programme, type ProgrammeRuleView } from "@mainstay/contract/programme";
import { capWarning, criteriaFault } from "@mainstay/domain/programme/programme-rule";
import { Button, Input, InputNumber, Modal } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useCriterionName } from "./criterion-words.ts";
import { staleAfterProgramme } from "./nominate-dialog.tsx";
import styles from "./programme.module.css";
import { RulePreviewTable } from "./rule-preview-table.tsx";

type Criterion = ProgrammeRuleView["criteria"][number];

/** A key for a criterion of one's own that no other has. */
const freshKey = (criteria: readonly Criterion[]): string => {
  let number = criteria.length + 1;
  while (criteria.some(({ key }) => key === `own_${number}`)) number += 1;
  return `own_${number}`;
};

/** Edit weights, criteria, cap and load; the ranking they would give stands beside before anything is published. */
export const RuleDialog = ({ rule, onClose }: { rule: ProgrammeRuleView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const nameOf = useCriterionName();
  const [criteria, setCriteria] = useState<readonly Criterion[]>(rule.criteria);
  const [cap, setCap] = useState(rule.cap);
  const [perManager, setPerManager] = useState(rule.accountsPerManager);
  const [note, setNote] = useState("");
  const { mutate: preview, data: previewed } = useAct(programme.previewRule);
  const publish = useAct(programme.publishRule, {
    refresh: [...staleAfterProgramme, programme.rules],
    onSuccess: () => {
      onClose();
      notice.done(t("programme.published"));
    },
  });
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  const isNamed = criteria.every(({ name }) => !name || (name.zh.trim() && name.en.trim()));
  const isUsable = criteriaFault(criteria) === null && isNamed;
  useEffect(() => {
    if (isUsable) preview({ body: { criteria: [...criteria], cap } });
  }, [isUsable, criteria, cap, preview]);
  const change = (at: number, changed: Partial<Criterion>) =>
    setCriteria(criteria.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  const warning = capWarning(cap);
  return (
    <Modal
      open
      title={t("programme.editRule")}
      okText={t("programme.publish")}
      okButtonProps={{ disabled: !isUsable, loading: publish.isPending }}
      onOk={() =>
        publish.mutate({
          body: {
            criteria: [...criteria],
            cap,
            accountsPerManager: perManager,
            note,
            baseVersion: rule.version,
          },
        })
      }
      onCancel={onClose}
      width={640}
    >
      <p className="muted">{t("programme.editRuleLead")}</p>
      <div className={styles["weights"]} style={{ marginTop: 12 }}>
        {criteria.map((criterion, at) => (
          <div key={criterion.key} className={styles["weight"]}>
            {criterion.name ? (
              <div className={styles["names"]}>
                <Input
                  aria-label={t("programme.criterionZh")}
                  placeholder={t("programme.criterionZh")}
                  maxLength={60}
                  value={criterion.name.zh}
                  onChange={(event) =>
                    change(at, { name: { zh: event.target.value, en: criterion.name?.en ?? "" } })
                  }
                />
                <Input
                  aria-label={t("programme.criterionEn")}
                  placeholder={t("programme.criterionEn")}
                  maxLength={80}
                  value={criterion.name.en}
                  onChange={(event) =>
                    change(at, { name: { zh: criterion.name?.zh ?? "", en: event.target.value } })
                  }
                />
              </div>
            ) : (
              <span>{nameOf(criterion)}</span>
            )}
            <InputNumber
              aria-label={`${nameOf(criterion)} ${t("programme.weight")}`}
              min={0}
              max={100}
              value={criterion.weight}
              onChange={(weight) => change(at, { weight: weight ?? 0 })}
            />
            <Button
              size="small"
              type="text"
              onClick={() => setCriteria(criteria.filter((_, index) => index !== at))}
            >
              {t("programme.removeCriterion")}
            </Button>
          </div>
        ))}
      </div>
      <p className={styles["total"]} aria-live="polite">
        {t(Math.abs(sum - 100) < 1e-6 ? "programme.weightsSum" : "programme.weightsOff", { sum })}{" "}
        <Button
          size="small"
          onClick={() =>
            setCriteria([
              ...criteria,
              { key: freshKey(criteria), weight: 0, name: { zh: "", en: "" } },
            ])
          }
        >
          {t("programme.addCriterion")}
        </Button>
      </p>
      <div className={styles["names"]}>
        <label>
          {t("programme.cap")} <span className="muted">{t("programme.capHint")}</span>
          <InputNumber
            min={1}
            max={1000}
            precision={0}
            value={cap}
            onChange={(n) => setCap(n ?? 1)}
            style={{ width: "100%" }}
          />
        </label>
        <label>
          {t("programme.perManager")} <span className="muted">{t("programme.perManagerHint")}</span>
          <InputNumber
            min={1}
            max={1000}
            precision={0}
            value={perManager}
            onChange={(n) => setPerManager(n ?? 1)}
            style={{ width: "100%" }}
          />
        </label>
      </div>
      {warning !== null && <p role="status">{t(`programme.capWarning.${warning}`)}</p>}
      <h3 style={{ marginTop: 16 }}>{t("programme.preview")}</h3>
      {previewed && <RulePreviewTable preview={previewed} criteria={criteria} />}
      <Input
        aria-label={t("programme.ruleNote")}
        placeholder={t("programme.ruleNote")}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        style={{ marginTop: 12 }}
      />
      <FormProblem error={publish.error} />
    </Modal>
  );
};
