import type { FactView } from "@mainstay/contract/fact";
import { facts } from "@mainstay/contract/fact";
import type { FactKind } from "@mainstay/domain/fact/fact-kind";
import { App } from "antd";
import { Suspense, lazy, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { Completeness } from "./completeness.tsx";
import { DossierList } from "./dossier-list.tsx";
import { DossierNotes } from "./dossier-notes.tsx";
import styles from "./dossier.module.css";
import type { FactAct } from "./fact-row.tsx";
import { NextQuestions } from "./next-questions.tsx";
import { staleAfterFact } from "./stale-after-fact.ts";
import { useRecordConsent } from "./use-record-consent.tsx";
import { useRevealed } from "./use-revealed.ts";

const FactDialog = lazy(() => import("./fact-dialog.tsx").then((m) => ({ default: m.FactDialog })));
const RevealDialog = lazy(() =>
  import("./reveal-dialog.tsx").then((m) => ({ default: m.RevealDialog })),
);

type Open =
  | { readonly kind: "fact"; readonly of: FactKind; readonly fact: FactView | null }
  | { readonly kind: "reveal"; readonly fact: FactView }
  | null;

/** What we lawfully know of a person: five things first, each with its right, its age and its end. */
export const DossierSection = ({ personId }: { personId: string }) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notice = useNotice();
  const id = useId();
  const [open, setOpen] = useState<Open>(null);
  const { shown, reveal, hide } = useRevealed();
  const consent = useRecordConsent(personId);
  const found = useAnswer(facts.dossier, { params: { personId } });
  const refresh = staleAfterFact;
  const onError = notice.refused;
  const verify = useAct(facts.verify, {
    refresh,
    onError,
    onSuccess: () => notice.done(t("fact.verifiedDone")),
  });
  const remove = useAct(facts.delete, {
    refresh,
    onError,
    onSuccess: () => notice.done(t("fact.deleted")),
  });
  const dossier = found.data;
  const act = (what: FactAct, fact: FactView) => {
    const of = { params: { factId: fact.id }, ifMatch: fact.version };
    if (what === "verify") verify.mutate({ ...of, body: {} });
    else if (what === "correct") setOpen({ kind: "fact", of: fact.kind, fact });
    else if (what === "reveal") setOpen({ kind: "reveal", fact });
    else
      void modal.confirm({
        title: t("fact.deleteTitle", { kind: t(`glossary.factKind.${fact.kind}`) }),
        content: t("fact.deleteWhy"),
        okText: t("fact.delete"),
        okButtonProps: { danger: true },
        onOk: () => remove.mutateAsync(of).catch(() => undefined),
      });
  };
  const add = (of: FactKind) => setOpen({ kind: "fact", of, fact: null });
  const ofKind =
    open?.kind === "fact" ? dossier?.kinds.find(({ kind }) => kind === open.of) : undefined;
  return (
    <section aria-labelledby={id} className={styles["dossier"]}>
      <div className={styles["head"]}>
        <h2 id={id}>{t("fact.title")}</h2>
        {dossier?.completeness && <Completeness {...dossier.completeness} />}
      </div>
      {found.isError && !dossier && (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <RowSkeleton rows={5} />}
      {dossier && (
        <>
          <DossierNotes dossier={dossier} />
          <DossierList dossier={dossier} shown={shown} onAct={act} onHide={hide} onAdd={add} />
          {dossier.can.enter && <NextQuestions dossier={dossier} onAnswer={add} />}
        </>
      )}
      {consent.dialog}
      <Suspense>
        {open?.kind === "fact" && ofKind && dossier && (
          <FactDialog
            key={`${open.of}${open.fact?.id}`}
            personId={personId}
            of={ofKind}
            fact={open.fact}
            today={dossier.today}
            onOther={add}
            onRecordConsent={consent.record}
            onClose={() => setOpen(null)}
          />
        )}
        {open?.kind === "reveal" && (
          <RevealDialog
            fact={open.fact}
            onReveal={(reason) => reveal(open.fact.id, reason)}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </section>
  );
};
