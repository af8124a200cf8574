import { caseAttachments } from "@mainstay/contract/case-attachment";
import { cases } from "@mainstay/contract/case";
import { Button, Checkbox, Popconfirm } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { addressOf } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { sizeWords } from "../../lib/size-words.ts";
import { CaseBlock } from "./case-block.tsx";
import styles from "./case-page.module.css";
import { useCaseWords } from "./use-case-words.ts";

const stale = [caseAttachments.list, cases.get] as const;

/** Files of a case: always saved, never opened as a page of ours. */
export const AttachmentsSection = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const words = useCaseWords();
  const input = useRef<HTMLInputElement>(null);
  const [showCustomer, setShowCustomer] = useState(false);
  const found = useAnswer(caseAttachments.list, { params: { caseId } });
  const add = useAct(caseAttachments.add, {
    refresh: stale,
    onSuccess: ({ name }) => notice.done(t("case.attachment.added", { name })),
  });
  const remove = useAct(caseAttachments.remove, { refresh: stale, onError: notice.refused });
  const upload = (file: File | undefined) => {
    if (file === undefined) return;
    const body = new FormData();
    body.set("file", file);
    add.mutate({
      params: { caseId },
      query: { showCustomer: showCustomer ? "yes" : "no" },
      body,
    } as never);
  };
  const items = found.data?.items ?? [];
  return (
    <CaseBlock
      title={t("case.attachment.title")}
      about={items.length > 0 ? String(items.length) : undefined}
      action={
        found.data?.can.add === true && (
          <>
            <Checkbox
              checked={showCustomer}
              onChange={(event) => setShowCustomer(event.target.checked)}
            >
              {t("case.attachment.showCustomer")}
            </Checkbox>
            <Button
              size="small"
              loading={add.isPending}
              title={t("case.attachment.limits")}
              onClick={() => input.current?.click()}
            >
              {t("case.attachment.add")}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={t("case.attachment.add")}
              onChange={(event) => {
                upload(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </>
        )
      }
    >
      <FormProblem error={add.error} />
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={1} />
      ) : items.length === 0 ? (
        <p className="muted">
          {t("case.attachment.none")}
          {found.data.can.add && ` ${t("case.attachment.limits")}`}
        </p>
      ) : (
        <ul className={styles["rows"]}>
          {items.map((file) => (
            <li key={file.id}>
              <div className={styles["rowWords"]}>
                <a
                  href={addressOf(caseAttachments.download, { caseId, attachmentId: file.id })}
                  download
                >
                  {file.name}
                </a>
                <span className="muted">
                  {[
                    sizeWords(file.sizeBytes),
                    file.byCustomer
                      ? t("case.attachment.byCustomer")
                      : (file.addedBy?.name ?? t("case.timeline.system")),
                    words.at(file.addedAt),
                    ...(file.isPublic && !file.byCustomer
                      ? [t("case.attachment.showCustomer")]
                      : []),
                  ].join(" · ")}
                </span>
              </div>
              {file.can.remove && (
                <Popconfirm
                  title={t("case.attachment.removeAsk", { name: file.name })}
                  okText={t("case.attachment.remove")}
                  onConfirm={() => remove.mutate({ params: { caseId, attachmentId: file.id } })}
                >
                  <Button size="small" type="text">
                    {t("case.attachment.remove")}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
    </CaseBlock>
  );
};
