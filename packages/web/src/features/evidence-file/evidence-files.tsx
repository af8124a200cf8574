import {
  type EvidenceFileView,
  needEvidence,
  promiseEvidence,
} from "@mainstay/contract/evidence-file";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Button, Popconfirm } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { addressOf } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { sizeWords } from "../../lib/size-words.ts";
import styles from "./evidence-file.module.css";

type Of = { readonly promiseId: string } | { readonly needId: string };

/** Files that show that a promise was kept, or what a need rests on: always saved, never opened as a page of ours. */
export const EvidenceFiles = ({ of, level = "h2" }: { of: Of; level?: "h2" | "h3" }) => {
  const { t } = useTranslation();
  const { timeZone } = useSession().workspace;
  const notice = useNotice();
  const input = useRef<HTMLInputElement>(null);
  const room = ("promiseId" in of ? promiseEvidence : needEvidence) as typeof promiseEvidence;
  const params = of as { promiseId: string };
  const one = (fileId: string) =>
    ("promiseId" in of ? { ...of, evidenceId: fileId } : { ...of, needEvidenceId: fileId }) as {
      promiseId: string;
      evidenceId: string;
    };
  const found = useAnswer(room.list, { params });
  const add = useAct(room.add, {
    refresh: [room.list],
    onSuccess: ({ name }) => notice.done(t("evidence.added", { name })),
  });
  const remove = useAct(room.remove, { refresh: [room.list], onError: notice.refused });
  const upload = (file: File | undefined) => {
    if (file === undefined) return;
    const body = new FormData();
    body.set("file", file);
    add.mutate({ params, body } as never);
  };
  const Title = level;
  const about = (file: EvidenceFileView) =>
    [sizeWords(file.sizeBytes), file.addedBy?.name, formatInstant(file.addedAt, timeZone)]
      .filter(Boolean)
      .join(" · ");
  const list = () => {
    if (found.isError && !found.data)
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
    if (!found.data) return <RowSkeleton rows={1} />;
    if (found.data.items.length === 0) return <p className="muted">{t("evidence.none")}</p>;
    return (
      <ul className={styles["files"]}>
        {found.data.items.map((file) => (
          <li key={file.id}>
            <div className={styles["words"]}>
              <a href={addressOf(room.download, one(file.id))} download>
                {file.name}
              </a>
              <span className={styles["about"]}>{about(file)}</span>
            </div>
            {file.can.remove && (
              <Popconfirm
                title={t("evidence.removeAsk", { name: file.name })}
                okText={t("evidence.remove")}
                onConfirm={() => remove.mutate({ params: one(file.id) })}
              >
                <Button size="small" type="text">
                  {t("evidence.remove")}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    );
  };
  return (
    <section style={{ width: "100%" }}>
      <div className={styles["head"]}>
        <Title>{t("evidence.title")}</Title>
        {found.data?.can.add === true && (
          <>
            <Button
              size="small"
              loading={add.isPending}
              title={t("evidence.limits")}
              onClick={() => input.current?.click()}
            >
              {t("evidence.add")}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={t("evidence.add")}
              onChange={(event) => {
                upload(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </>
        )}
      </div>
      <FormProblem error={add.error} />
      {list()}
    </section>
  );
};
