import { Button, Checkbox, Popover } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../icon.tsx";
import styles from "./data-table.module.css";

/** Which columns are shown; the first one always is. */
export const ColumnChoice = ({
  columns,
  shown,
  onChange,
}: {
  columns: readonly { key: string; title: string }[];
  shown: readonly string[];
  onChange: (shown: string[]) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className={styles["choice"]}>
          {columns.map((column, index) => (
            <Checkbox
              key={column.key}
              checked={index === 0 || shown.includes(column.key)}
              disabled={index === 0}
              onChange={(event) =>
                onChange(
                  columns
                    .map(({ key }) => key)
                    .filter((key) =>
                      key === column.key ? event.target.checked : shown.includes(key),
                    ),
                )
              }
            >
              {column.title}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button icon={<Icon name="columns" />}>{t("app.columns")}</Button>
    </Popover>
  );
};
