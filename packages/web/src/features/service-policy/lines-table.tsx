import {
  type PolicyLine,
  type PolicyLineKey,
  policyLineKeys,
} from "@mainstay/domain/service-policy/service-terms";
import { lineKey } from "@mainstay/phrases/service-policy/line-key";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { lineTerms, useLineCells } from "./line-cells.tsx";
import type { ServicePolicyDraft } from "./service-policy-draft.ts";
import styles from "./service-policy.module.css";

const groups = [
  ["segment", policyLineKeys.filter((key) => key.startsWith("segment:"))],
  ["grade", policyLineKeys.filter((key) => key.startsWith("grade:"))],
  ["default", ["default"]],
] as const satisfies readonly [string, readonly PolicyLineKey[]][];

/** Every line with every term; a line opens to be changed. On a phone each line is a card with what it says. */
export const LinesTable = ({
  draft,
  mayEdit,
  onEdit,
}: {
  draft: Pick<ServicePolicyDraft, "lines" | "changed">;
  mayEdit: boolean;
  onEdit: (key: PolicyLineKey) => void;
}) => {
  const { t } = useTranslation();
  const { title, cell } = useLineCells();
  const row = (key: PolicyLineKey) => {
    const name = t(`servicePolicy.line.${lineKey(key)}`);
    const isChanged = draft.changed.includes(key);
    return (
      <tr key={key} data-changed={isChanged || undefined}>
        <th scope="row">
          {mayEdit ? (
            <Button
              type="link"
              className={styles["lineName"] ?? ""}
              aria-label={t("servicePolicy.editLine", { line: name })}
              onClick={() => onEdit(key)}
            >
              {name}
            </Button>
          ) : (
            name
          )}
          {isChanged && <span className={styles["tag"]}>{t("servicePolicy.changed")}</span>}
        </th>
        {lineTerms.map((term) => {
          const said = cell(draft.lines[key] as PolicyLine | undefined, term);
          return (
            <td key={term} data-label={title(term)} data-empty={said === null || undefined}>
              {said === null ? (
                <span className="muted">{t("servicePolicy.unsaid")}</span>
              ) : (
                <>
                  {said.main}
                  {said.about !== undefined && <small>{said.about}</small>}
                </>
              )}
            </td>
          );
        })}
      </tr>
    );
  };
  return (
    <div
      className={styles["scroll"]}
      tabIndex={0}
      role="region"
      aria-label={t("servicePolicy.title")}
    >
      <table className={styles["lines"]}>
        <thead>
          <tr>
            <td />
            {lineTerms.map((term) => (
              <th key={term} scope="col">
                {title(term)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(([group, keys]) => (
          <tbody key={group}>
            <tr className={styles["group"]}>
              <th scope="rowgroup" colSpan={lineTerms.length + 1}>
                {t(`servicePolicy.lineGroup.${group}`)}
              </th>
            </tr>
            {keys.map(row)}
          </tbody>
        ))}
      </table>
    </div>
  );
};
