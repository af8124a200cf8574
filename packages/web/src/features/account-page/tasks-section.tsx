import type { AccountPage } from "@mainstay/contract/account-page";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { TaskList } from "../task/task-list.tsx";
import { Section } from "./section.tsx";

/** What we still have to do for this customer. */
export const TasksSection = ({ page, onAdd }: { page: AccountPage; onAdd: () => void }) => {
  const { t } = useTranslation();
  return (
    <Section
      order={5}
      title={t("accountPage.tasks.title")}
      actions={
        page.account.can.addTask && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={t("task.add")}
            title={t("task.add")}
            onClick={onAdd}
          />
        )
      }
    >
      {page.tasks.length === 0 ? (
        <p className="muted">{t("accountPage.tasks.none")}</p>
      ) : (
        <TaskList items={page.tasks} today={page.today} showAccount={false} />
      )}
    </Section>
  );
};
