import { assessments } from "@mainstay/contract/assessment";
import type { DecisionChain } from "@mainstay/contract/decision-chain";
import {
  influenceOfRank,
  leastRanked,
  mostRanked,
} from "@mainstay/domain/influence/rank-influence";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Icon } from "../../components/icon.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import { InfluenceMark } from "./influence-mark.tsx";
import styles from "./rank-dialog.module.css";

const moved = <Item,>(items: readonly Item[], from: number, to: number): Item[] => {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), items[from] as Item, ...rest.slice(to)];
};

/** Forced ranking: everybody gets a place, nobody shares one; dragged, or moved with the arrow keys. */
export const RankDialog = ({ chain, onClose }: { chain: DecisionChain; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [people, setPeople] = useState(() =>
    chain.people
      .filter(({ isMember, can }) => isMember && can.assessInfluence)
      .slice(0, mostRanked)
      .toSorted((a, b) => (b.influence?.value ?? 0) - (a.influence?.value ?? 0)),
  );
  const [dragged, setDragged] = useState<number | null>(null);
  const rank = useAct(assessments.rankInfluence, {
    refresh: staleAfterChainChange,
    onSuccess: ({ items }) => {
      onClose();
      notice.done(t("chain.rankSaved", { count: items.length }));
    },
  });
  const move = (from: number, to: number) => {
    if (to < 0 || to >= people.length) return;
    setPeople(moved(people, from, to));
    const id = people[from]?.personId;
    requestAnimationFrame(() => document.getElementById(`rank-${id}`)?.focus());
  };
  const isEnough = people.length >= leastRanked;
  return (
    <Modal
      open
      title={t("chain.rankTitle")}
      okText={t("chain.guided.save")}
      okButtonProps={{ disabled: !isEnough, loading: rank.isPending }}
      onOk={() =>
        rank.mutate({
          params: { accountId: chain.account.id },
          body: { projectId: chain.projectId, personIds: people.map(({ personId }) => personId) },
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{isEnough ? t("chain.rankWhy") : t("chain.rankTooFew")}</p>
      <ol className={styles["list"]} aria-label={t("chain.rank")}>
        {people.map((person, index) => (
          <li
            key={person.personId}
            id={`rank-${person.personId}`}
            tabIndex={0}
            draggable
            className={styles["item"]}
            data-dragged={index === dragged || undefined}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged === null || dragged === index) return;
              setPeople(moved(people, dragged, index));
              setDragged(index);
            }}
            onKeyDown={(event) => {
              const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
              if (step === undefined || event.target !== event.currentTarget) return;
              event.preventDefault();
              move(index, index + step);
            }}
          >
            <span className="numeric">{index + 1}</span>
            <span className={styles["name"]}>
              {person.name} <span className="muted">{person.position.title}</span>
            </span>
            {isEnough && <InfluenceMark value={influenceOfRank(index, people.length)} />}
            <Button
              size="small"
              type="text"
              disabled={index === 0}
              aria-label={t("chain.rankUp", { name: person.name })}
              icon={<span className={styles["up"]}>{<Icon name="down" size={14} />}</span>}
              onClick={() => move(index, index - 1)}
            />
            <Button
              size="small"
              type="text"
              disabled={index === people.length - 1}
              aria-label={t("chain.rankDown", { name: person.name })}
              icon={<Icon name="down" size={14} />}
              onClick={() => move(index, index + 1)}
            />
          </li>
        ))}
      </ol>
      <p className="muted">{t("chain.rankRule")}</p>
      <FormProblem error={rank.error} />
    </Modal>
  );
};
