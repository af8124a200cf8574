import { accounts } from "@mainstay/contract/account";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { addressOf } from "../../lib/call.ts";
import type { AccountSearch } from "./account-search.ts";
import { columnsOf, filterOf, orderOf } from "./account-search.ts";

/** Exactly what is seen — filter, order, columns — as a file; GBK for old spreadsheet programs. */
export const ExportButton = ({ search }: { search: AccountSearch }) => {
  const { t } = useTranslation();
  const file = (encoding: "utf-8" | "gbk") =>
    addressOf(
      accounts.export,
      {},
      {
        ...filterOf(search),
        ...orderOf(search),
        columns: columnsOf(search),
        encoding,
      },
    );
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          {
            key: "utf-8",
            label: (
              <a href={file("utf-8")} download>
                {t("account.exportUtf8")}
              </a>
            ),
          },
          {
            key: "gbk",
            label: (
              <a href={file("gbk")} download>
                {t("account.exportGbk")}
              </a>
            ),
          },
        ],
      }}
    >
      <Button title={t("account.exportWhy")} aria-haspopup="menu">
        {t("account.export")}
        <Icon name="down" size={12} />
      </Button>
    </Dropdown>
  );
};
