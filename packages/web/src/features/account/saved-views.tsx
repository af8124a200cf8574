import { savedViews } from "@mainstay/contract/saved-view";
import { Button, Popover } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { type AccountSearch, readAccountSearch } from "./account-search.ts";
import styles from "./saved-views.module.css";

const SaveView = lazy(() =>
  import("./save-view-dialog.tsx").then((m) => ({ default: m.SaveViewDialog })),
);

/** Every word of the address emptied, so that a view replaces what was there. */
const blank = (search: AccountSearch): Partial<AccountSearch> =>
  Object.fromEntries(Object.keys(search).map((name) => [name, undefined]));

/** Filters, order and columns kept under a name: mine, and those that colleagues share. */
export const SavedViews = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [search, change] = useAddressState<AccountSearch>();
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const found = useAnswer(savedViews.list, { query: { place: "accounts" } });
  const save = useAct(savedViews.save, { refresh: [savedViews.list] });
  const remove = useAct(savedViews.remove, {
    refresh: [savedViews.list],
    onError: notice.refused,
  });
  const items = found.data?.items ?? [];
  const choose = (view: Partial<AccountSearch>) => {
    setOpen(false);
    change({ ...blank(search), ...view });
  };
  const group = (title: string, views: typeof items) =>
    views.length > 0 && (
      <>
        <p className={styles["title"]}>{title}</p>
        {views.map((view) => (
          <div key={view.id} className={styles["view"]}>
            <button
              type="button"
              className={styles["choose"]}
              onClick={() => choose(readAccountSearch(view.query))}
            >
              {view.name}
              {!view.isMine && <span className="muted"> · {view.ownerName}</span>}
            </button>
            {view.isMine && (
              <Button
                type="text"
                size="small"
                aria-label={t("account.removeView", { name: view.name })}
                icon={<Icon name="close" size={12} />}
                onClick={() =>
                  remove.mutate(
                    { params: { viewId: view.id } },
                    {
                      onSuccess: () =>
                        notice.done(t("account.viewRemoved", { name: view.name }), () =>
                          save.mutate({
                            body: {
                              place: "accounts",
                              name: view.name,
                              query: view.query,
                              isShared: view.isShared,
                            },
                          }),
                        ),
                    },
                  )
                }
              />
            )}
          </div>
        ))}
      </>
    );
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        arrow={false}
        open={isOpen}
        onOpenChange={setOpen}
        content={
          <div className={styles["views"]}>
            {items.length === 0 && <p className="muted">{t("account.viewsNone")}</p>}
            {group(
              t("account.viewsMine"),
              items.filter(({ isMine }) => isMine),
            )}
            {group(
              t("account.viewsShared"),
              items.filter(({ isMine }) => !isMine),
            )}
            <div className={styles["foot"]}>
              <Button
                type="text"
                block
                onClick={() => {
                  setOpen(false);
                  setSaving(true);
                }}
              >
                {t("account.saveView")}
              </Button>
              <Button type="text" block onClick={() => choose({})}>
                {t("account.resetView")}
              </Button>
            </div>
          </div>
        }
      >
        <Button>
          {t("account.views")}
          <Icon name="down" size={12} />
        </Button>
      </Popover>
      {isSaving && (
        <Suspense>
          <SaveView search={search} onClose={() => setSaving(false)} />
        </Suspense>
      )}
    </>
  );
};
