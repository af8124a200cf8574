import type { CaseEvent } from "@mainstay/contract/case-history";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./case-page.module.css";
import { useCaseWords } from "./use-case-words.ts";
import { useColleagueNames } from "./use-colleague-names.ts";

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** What a row says from its kind and its data; a value that is missing leaves its place empty rather than showing a key. */
const useEventWords = () => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const namesOf = useColleagueNames();
  return ({ kind, detail }: CaseEvent): string => {
    const known = <Value extends string>(prefix: string, value: unknown): string => {
      const text = textOf(value) as Value | null;
      return text === null ? "" : t(`${prefix}.${text}` as "case.level.major");
    };
    const asked = textOf(detail["pauseAskedUntil"]);
    if (asked !== null) return t("case.timeline.pauseAsked", { until: words.at(asked) });
    const until = textOf(detail["until"]);
    return t(`case.timeline.event.${kind}`, {
      to: namesOf(detail["toUserId"]),
      until: until === null ? "" : words.at(until),
      step: known("case.ladder.step", detail["step"]),
      level: known("case.level", detail["to"]),
      clock: known("case.clock", detail["clock"]),
      kind: known(
        kind === "linked" || kind === "unlinked" ? "case.link.kind" : "case.cost.kind",
        detail["kind"],
      ),
    }).trim();
  };
};

/** One thing that happened: who, when, whether the customer reads it, and what was written, as plain text. */
export const CaseEventRow = ({ event }: { event: CaseEvent }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const eventWords = useEventWords();
  const isByCustomer =
    event.byPerson !== null ||
    event.kind === "customer_wrote" ||
    event.detail["byCustomer"] === true;
  const who =
    event.by?.name ??
    event.byPerson?.name ??
    t(isByCustomer ? "case.timeline.customer" : "case.timeline.system");
  return (
    <li
      className={styles["event"]}
      data-public={event.isPublic || undefined}
      data-customer={isByCustomer || undefined}
    >
      <div className={styles["eventHead"]}>
        <strong>{eventWords(event)}</strong>
        <span>{who}</span>
        <time dateTime={event.at} className="numeric">
          {words.at(event.at)}
        </time>
        <span className={styles["sight"]} data-public={event.isPublic || undefined}>
          <Icon name={event.isPublic ? "globe" : "key"} size={12} />
          {t(event.isPublic ? "case.timeline.public" : "case.timeline.internal")}
        </span>
      </div>
      {event.words !== "" && <p className={styles["said"]}>{event.words}</p>}
    </li>
  );
};
