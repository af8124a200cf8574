import type { ChainPerson, DecisionChain } from "@mainstay/contract/decision-chain";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import type { AssessAct, ChainDialog } from "./chain-dialogs.tsx";
import { InfluenceMark } from "./influence-mark.tsx";
import { RoleSelect } from "./role-select.tsx";
import { StanceCell } from "./stance-cell.tsx";
import styles from "./chain-table.module.css";

const Person = ({ person }: { person: ChainPerson }) => {
  const { t } = useTranslation();
  const { title, department } = person.position;
  const job = [title, department].filter(Boolean).join(" · ");
  const notes = [
    person.isPlaceholder ? t("chain.placeholder") : null,
    person.noProfiling ? t("chain.noProfiling") : null,
    person.isRestricted ? t("chain.restricted") : null,
  ].filter((note) => note !== null);
  return (
    <>
      <Link
        to="/people/$personId"
        params={{ personId: person.personId }}
        className={styles["name"]}
      >
        {person.name}
      </Link>
      <span className={styles["small"]}>{job === "" ? t("chain.noTitle") : job}</span>
      {notes.length > 0 && <span className={styles["note"]}>{notes.join(" · ")}</span>}
    </>
  );
};

const acts = [
  ["stance", "assessStance"],
  ["influence", "assessInfluence"],
  ["style", "assessStyle"],
] as const satisfies [AssessAct, keyof ChainPerson["can"]][];

const words = {
  stance: "chain.assessStance",
  influence: "chain.assessInfluence",
  style: "chain.assessStyle",
} as const;

const Actions = ({
  person,
  onDialog,
}: {
  person: ChainPerson;
  onDialog: (dialog: ChainDialog) => void;
}) => {
  const { t } = useTranslation();
  const able = acts.filter(([, ability]) => person.can[ability]);
  const [first] = able;
  if (!first) return null;
  const open = (act: AssessAct) => onDialog({ kind: act, person });
  return (
    <div className={styles["actions"]} role="group" aria-label={t("chain.assess")}>
      <Button size="small" onClick={() => open(first[0])}>
        {first[0] === "stance" && person.stance !== null
          ? t("chain.assessAgain")
          : t("chain.assess")}
        <span className="visually-hidden">{person.name}</span>
      </Button>
      {able.length > 1 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: able.map(([act]) => ({
              key: act,
              label: t(words[act]),
              onClick: () => open(act),
            })),
          }}
        >
          <Button
            size="small"
            type="text"
            icon={<Icon name="down" size={12} />}
            aria-haspopup="menu"
            aria-label={`${t("app.more")} · ${person.name}`}
          />
        </Dropdown>
      )}
    </div>
  );
};

/** One person of the chain: who, role, stance, influence, style, the one next step. */
export const ChainRow = ({
  chain,
  person,
  onDialog,
}: {
  chain: DecisionChain;
  person: ChainPerson;
  onDialog: (dialog: ChainDialog) => void;
}) => {
  const { t } = useTranslation();
  const { influence, style, play } = person;
  return (
    <tr data-person={person.personId}>
      <td data-cell="person">
        <Person person={person} />
      </td>
      <td data-cell="role" data-label={t("chain.columns.role")}>
        <RoleSelect
          accountId={chain.account.id}
          projectId={chain.projectId}
          isReadOnly={isEnded(chain)}
          person={person}
        />
      </td>
      {!chain.profileHidden && (
        <>
          <td data-cell="stance" data-label={t("chain.columns.stance")}>
            <StanceCell person={person} today={chain.today} />
          </td>
          <td data-cell="influence" data-label={t("chain.columns.influence")}>
            {influence !== null && (
              <InfluenceMark value={influence.value} isAssumed={influence.assessment === null} />
            )}
          </td>
          <td data-cell="style" data-label={t("chain.columns.style")}>
            {style === null ? (
              <span className="muted">—</span>
            ) : (
              t(`glossary.behaviourStyle.${style.style}`)
            )}
          </td>
          <td data-cell="play" data-label={t("chain.columns.play")}>
            {play !== null && (
              <>
                <span className={styles["play"]}>{t(`chain.play.${play}`)}</span>
                <span className={styles["small"]}>{t(`chain.playHow.${play}`)}</span>
              </>
            )}
          </td>
          <td data-cell="actions">
            {!isEnded(chain) && <Actions person={person} onDialog={onDialog} />}
          </td>
        </>
      )}
    </tr>
  );
};

/** A project that has ended is only looked at. */
export const isEnded = (chain: DecisionChain): boolean =>
  chain.projects.some(({ id, status }) => id === chain.projectId && status !== "open");
