import type { Dossier, FactView } from "@mainstay/contract/fact";
import { type FactKind, firstFactKinds } from "@mainstay/domain/fact/fact-kind";
import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { Icon } from "../../components/icon.tsx";
import styles from "./dossier.module.css";
import { type FactAct, FactRow } from "./fact-row.tsx";
import { UnknownRow } from "./unknown-row.tsx";

interface Rows {
  readonly dossier: Dossier;
  readonly shown: { readonly factId: string; readonly value: FactValue } | null;
  readonly onAct: (act: FactAct, fact: FactView) => void;
  readonly onHide: () => void;
  readonly onAdd: (kind: FactKind) => void;
}

/** The facts: five fields first, known or not; then what else is known; sensitive ones apart and masked. */
export const DossierList = (rows: Rows) => {
  const { dossier } = rows;
  const { t } = useTranslation();
  const { facts, kinds, can } = dossier;
  if (dossier.isPlaceholder || (dossier.isRestricted && facts.length === 0)) return null;
  const isFirst = new Set(kinds.filter((one) => one.isFirst).map(({ kind }) => kind));
  const others = facts.filter((fact) => !isFirst.has(fact.kind) && fact.class !== "S");
  const sensitive = facts.filter((fact) => fact.class === "S");
  const isOpen = (one: Dossier["kinds"][number]) =>
    !(one.isSingle && facts.some((fact) => fact.kind === one.kind)) &&
    !(one.isProfile && dossier.hasObjectedToProfiling);
  const addable = kinds.filter((one) => isOpen(one) && !one.isFirst);
  const row = (fact: FactView) => (
    <FactRow
      key={fact.id}
      fact={fact}
      revealed={rows.shown?.factId === fact.id ? rows.shown.value : null}
      onAct={rows.onAct}
      onHide={rows.onHide}
    />
  );
  const firstRows = firstFactKinds
    .flatMap((kind) => kinds.filter((one) => one.kind === kind))
    .filter((one) => can.enter || facts.some(({ kind }) => kind === one.kind))
    .flatMap((one) => {
      const held = facts.filter(({ kind }) => kind === one.kind);
      if (held.length > 0) return held.map(row);
      if (!isOpen(one)) return [];
      return [<UnknownRow key={one.kind} kind={one.kind} onAdd={() => rows.onAdd(one.kind)} />];
    });
  if (facts.length === 0 && !can.enter)
    return <EmptyState title={t("fact.none")} words={t("fact.noneWhy")} />;
  const menu = (of: typeof addable) => ({
    items: of.map(({ kind }) => ({
      key: kind,
      label: t(`glossary.factKind.${kind}`),
      onClick: () => rows.onAdd(kind),
    })),
  });
  const adder = (of: typeof addable, words: string) =>
    can.enter &&
    of.length > 0 && (
      <Dropdown trigger={["click"]} menu={menu(of)}>
        <Button size="small" type="text" icon={<Icon name="plus" />} aria-haspopup="menu">
          {words}
        </Button>
      </Dropdown>
    );
  return (
    <>
      {can.enter && <h3 className={styles["group"]}>{t("fact.first")}</h3>}
      <ul className={styles["facts"]}>{firstRows}</ul>
      {others.length > 0 && <h3 className={styles["group"]}>{t("fact.more")}</h3>}
      {others.length > 0 && <ul className={styles["facts"]}>{others.map(row)}</ul>}
      {adder(
        addable.filter((one) => one.class !== "S"),
        t("fact.addOther"),
      )}
      {dossier.classes.includes("S") && (sensitive.length > 0 || can.enter) && (
        <>
          <h3 className={styles["group"]}>{t("fact.sensitive")}</h3>
          <p className="muted">{t("fact.sensitiveWhy")}</p>
          <ul className={styles["facts"]}>{sensitive.map(row)}</ul>
          {adder(
            addable.filter((one) => one.class === "S"),
            t("fact.addSensitive"),
          )}
        </>
      )}
    </>
  );
};
