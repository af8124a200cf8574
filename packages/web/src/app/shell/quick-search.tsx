import { accounts } from "@mainstay/contract/account";
import { cases } from "@mainstay/contract/case";
import { personLists } from "@mainstay/contract/person-list";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { LevelMark } from "../../components/level-mark.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { furtherPlaces, meansPlace } from "./further-places.ts";
import styles from "./quick-search.module.css";

/** One line of what was found, whatever it is. */
interface Hit {
  readonly key: string;
  readonly name: string;
  readonly aside: string;
  readonly level: RiskLevel | null;
  readonly open: () => void;
}

/** Find an account, a person, a case or a screen by Chinese name, pinyin or initials and open it, without leaving the keyboard. */
export const QuickSearch = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { permissions } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(words.trim());
  const found = useAnswer(
    accounts.list,
    { query: { q, limit: 8 } },
    { placeholderData: keepPreviousData },
  );
  const people = useAnswer(
    personLists.search,
    { query: { q, limit: 6 } },
    { placeholderData: keepPreviousData, enabled: q !== "" },
  );
  const mayCases = permissions.includes("case.view");
  const asked = useAnswer(
    cases.list,
    { query: { search: q, limit: 5 } },
    { placeholderData: keepPreviousData, enabled: q !== "" && mayCases },
  );
  const rows: Hit[] = [
    ...(found.data?.items ?? []).map((row) => ({
      key: row.id,
      name: row.name,
      aside: t(`glossary.segment.${row.segment ?? "none"}`),
      level: row.level,
      open: () => void navigate({ to: "/accounts/$accountId", params: { accountId: row.id } }),
    })),
    ...(q === "" ? [] : (people.data?.items ?? [])).map((row) => ({
      key: row.id,
      name: row.name,
      aside: [row.jobs[0]?.account.name, row.jobs[0]?.title].filter(Boolean).join(" · "),
      level: null,
      open: () => void navigate({ to: "/people/$personId", params: { personId: row.id } }),
    })),
    ...(q === "" ? [] : (asked.data?.items ?? [])).map((row) => ({
      key: row.id,
      name: `#${row.number} ${row.title}`,
      aside: [row.account.name, t(`case.status.${row.status}`)].join(" · "),
      level: null,
      open: () => void navigate({ to: "/cases/$caseId", params: { caseId: row.id } }),
    })),
    ...furtherPlaces
      .filter(({ needs }) => permissions.includes(needs))
      .map(({ place, to, spelt }) => ({ place, to, spelt, name: t(`furtherPlace.${place}`) }))
      .filter((one) => meansPlace(q, one))
      .map(({ place, to, name }) => ({
        key: place,
        name,
        aside: t("furtherPlace.kind"),
        level: null,
        open: () => void navigate({ to }),
      })),
  ];
  const at = Math.min(chosen, Math.max(0, rows.length - 1));

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    onClose();
    hit.open();
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setChosen(Math.min(at + 1, rows.length - 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(at - 1, 0));
    else if (event.key === "Enter") open(rows[at]);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles["panel"]}
      aria-label={t("app.search")}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles["field"]}>
        <Icon name="search" />
        <input
          // The dialog exists to be typed into.
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="quick-search-found"
          aria-activedescendant={rows[at] ? `found-${rows[at].key}` : undefined}
          aria-label={t("app.search")}
          placeholder={t("app.searchHint")}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKey}
        />
        <button type="button" aria-label={t("app.close")} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <ul id="quick-search-found" role="listbox" aria-label={t("app.search")}>
        {rows.map((row, index) => (
          <li
            key={row.key}
            id={`found-${row.key}`}
            role="option"
            aria-selected={index === at}
            className={styles["row"]}
            onMouseMove={() => setChosen(index)}
            onClick={() => open(row)}
          >
            <span className={styles["name"]}>{row.name}</span>
            <span className={styles["aside"]}>{row.aside}</span>
            {row.level !== null && <LevelMark level={row.level} />}
          </li>
        ))}
      </ul>
      <p className={styles["foot"]} aria-live="polite">
        {found.isError
          ? found.error.words
          : found.isSuccess && !people.isFetching && rows.length === 0
            ? t("app.searchNone")
            : t("app.searchKeys")}
      </p>
    </dialog>
  );
};
