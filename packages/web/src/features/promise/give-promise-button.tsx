import type { PromiseSource } from "@mainstay/domain/promise/promise-status";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../lib/session.ts";

const Dialog = lazy(() =>
  import("./give-promise-dialog.tsx").then((m) => ({ default: m.GivePromiseDialog })),
);

/** One click from a case, a contact, a need or a change to the promise that was given in it. */
export const GivePromiseButton = ({
  source,
  accountId,
  personId = null,
  title = "",
}: {
  source: { kind: PromiseSource; id: string };
  accountId: string;
  personId?: string | null;
  title?: string;
}) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  if (!useMay("promise.edit")) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("promise.act.give")}
      </Button>
      {isOpen && (
        <Suspense>
          <Dialog
            account={{ id: accountId }}
            source={source}
            personId={personId}
            title={title}
            onGiven={(promise) => void navigate({ to: "/promises", search: { promise } })}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
};
