import type { NeedOrigin } from "@mainstay/domain/need/need-kind";
import { Button } from "antd";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../lib/session.ts";

const Dialog = lazy(() =>
  import("./note-need-dialog.tsx").then((m) => ({ default: m.NoteNeedDialog })),
);

/** One click from a complaint, an answer or a visit to a need; the same record leads to the same need. */
export const NoteNeedButton = ({
  source,
  accountId,
  personId = null,
  title = "",
}: {
  source: { kind: NeedOrigin; id: string };
  accountId: string;
  personId?: string | null;
  title?: string;
}) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  if (!useMay("need.edit")) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("need.note.fromRecord")}
      </Button>
      {isOpen && (
        <Suspense>
          <Dialog
            account={{ id: accountId }}
            origin={source}
            personId={personId}
            title={title}
            onNoted={(needId) => void navigate({ to: "/needs/$needId", params: { needId } })}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
};
