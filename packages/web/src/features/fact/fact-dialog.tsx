import type { FactKindView, FactView } from "@mainstay/contract/fact";
import { facts } from "@mainstay/contract/fact";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { Button, Form, Modal } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import { useMay } from "../../lib/session.ts";
import { coveringConsents, useConsents } from "./covering-consents.ts";
import styles from "./dossier.module.css";
import { type FactForm, formOfValue, papersOfForm, valueOfForm } from "./fact-draft.ts";
import { FactPaperFields } from "./fact-paper-fields.tsx";
import { FactValueFields, OccasionField } from "./fact-value-fields.tsx";
import { staleAfterFact } from "./stale-after-fact.ts";

/** Enters a fact of one kind, or corrects one; the papers it needs are named before it is saved. */
export const FactDialog = ({
  personId,
  of,
  fact,
  today,
  onOther,
  onRecordConsent,
  onClose,
}: {
  personId: string;
  of: FactKindView;
  /** The fact to correct; without it a new one. */
  fact: FactView | null;
  today: IsoDay;
  /** Leads to another kind, where less would do. */
  onOther: (kind: FactKind) => void;
  onRecordConsent: (kind: FactKind) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<FactForm>();
  const mayRecord = useMay("consent.record");
  const { list, isReady } = useConsents(personId);
  const covering = coveringConsents(list, of.kind, today);
  const kept = covering.find(({ id }) => id === fact?.consentId) ?? covering[0];
  const basis = Form.useWatch("basis", form) ?? fact?.basis ?? of.defaultBasis;
  const finish = (words: string) => () => {
    onClose();
    notice.done(words);
  };
  const refresh = staleAfterFact;
  const enter = useAct(facts.enter, { refresh, onSuccess: finish(t("fact.entered")) });
  const correct = useAct(facts.correct, { refresh, onSuccess: finish(t("fact.corrected")) });
  const keptId = kept?.id ?? null;
  useEffect(() => form.setFieldValue("consentId", keptId), [form, keptId]);
  const save = (said: FactForm) => {
    const value = valueOfForm(of.shape, said);
    if (value === null) return;
    const papers = papersOfForm(said);
    const occasion = said.occasionOn ? { occasionOn: said.occasionOn } : {};
    if (fact === null)
      enter.mutate({
        params: { personId },
        body: { kind: of.kind, value, ...papers, ...occasion },
      });
    else
      correct.mutate({
        params: { factId: fact.id },
        body: { value, ...papers, ...occasion },
        ifMatch: fact.version,
      });
  };
  const error = enter.error ?? correct.error;
  const kind = t(`glossary.factKind.${of.kind}`);
  const lacks =
    (basis === "consent" && covering.length === 0) || (of.needsAssessment && !of.isAssessed);
  const { retention } = of;
  const childInstead = of.needsGuardian && (
    <div className={styles["missing"]} role="note">
      <div>
        <p>{t("fact.childHint")}</p>
        <Button size="small" onClick={() => onOther("has_children")}>
          {t("fact.childInstead")}
        </Button>
      </div>
    </div>
  );
  return (
    <Modal
      open
      title={fact === null ? t("fact.addKind", { kind }) : t("fact.correctTitle", { kind })}
      okText={t("app.save")}
      okButtonProps={{ loading: enter.isPending || correct.isPending, disabled: lacks }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="muted">
        {t(`fact.use.${of.kind}`)} {t(`fact.keptFor.${retention.from}`, { count: retention.count })}
      </p>
      {childInstead}
      {of.needsAssessment && !of.isAssessed && (
        <p className={styles["missing"]} role="note">
          {t("fact.needsAssessment")}
        </p>
      )}
      {!isReady ? (
        <Skeleton lines={3} />
      ) : (
        <Form<FactForm>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{
            basis: fact?.basis ?? of.defaultBasis,
            consentId: keptId,
            source: fact?.source ?? "",
            purpose: fact?.purpose ?? t("fact.usualPurpose"),
            ...formOfValue(fact?.value ?? null),
          }}
          onFinish={save}
          style={{ marginTop: 12 }}
        >
          <FactValueFields of={of} />
          {retention.from === "occasion" && <OccasionField isNeeded={fact === null} />}
          <FactPaperFields
            of={of}
            covering={covering}
            onRecordConsent={mayRecord ? () => onRecordConsent(of.kind) : null}
          />
          <FormProblem error={isProblem(error) ? error : null} />
        </Form>
      )}
    </Modal>
  );
};
