import { caseLinks } from "@mainstay/contract/case-link";
import { cases } from "@mainstay/contract/case";
import type { CaseLinkView } from "@mainstay/contract/case-link";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { CaseBlock } from "./case-block.tsx";
import styles from "./case-page.module.css";

const AddLink = lazy(() =>
  import("./add-link-dialog.tsx").then((m) => ({ default: m.AddLinkDialog })),
);

/** Orders, people, needs and projects the case is about. */
export const LinksSection = ({ caseId, accountId }: { caseId: string; accountId: string }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isAdding, setAdding] = useState(false);
  const found = useAnswer(caseLinks.list, { params: { caseId } });
  const remove = useAct(caseLinks.remove, {
    refresh: [caseLinks.list, cases.get],
    onError: notice.refused,
  });
  const items = found.data?.items ?? [];
  const may = found.data?.can.link === true;
  return (
    <CaseBlock
      title={t("case.link.title")}
      action={
        may && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t("case.link.add")}
          </Button>
        )
      }
    >
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={1} />
      ) : items.length === 0 ? (
        <p className="muted">{t("case.link.none")}</p>
      ) : (
        <ul className={styles["rows"]}>
          {items.map((link) => (
            <li key={link.id}>
              <div className={styles["rowWords"]}>
                <LinkTarget link={link} accountId={accountId} />
                <span className="muted">{t(`case.link.kind.${link.kind}`)}</span>
              </div>
              {may && (
                <Button
                  size="small"
                  type="text"
                  aria-label={t("case.link.remove")}
                  onClick={() => remove.mutate({ params: { caseId, caseLinkId: link.id } })}
                >
                  {t("app.remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {isAdding && (
          <AddLink caseId={caseId} accountId={accountId} onClose={() => setAdding(false)} />
        )}
      </Suspense>
    </CaseBlock>
  );
};

const LinkTarget = ({ link, accountId }: { link: CaseLinkView; accountId: string }) => {
  const { t } = useTranslation();
  const { target, kind } = link;
  if (target === null)
    return (
      <span className="muted">{t("case.link.hidden", { kind: t(`case.link.kind.${kind}`) })}</span>
    );
  const to =
    kind === "person"
      ? `/people/${target.id}`
      : kind === "need"
        ? `/needs/${target.id}`
        : kind === "project"
          ? `/accounts/${accountId}/chain?project=${target.id}`
          : `/accounts/${accountId}`;
  return <Link to={to as string}>{target.name}</Link>;
};
