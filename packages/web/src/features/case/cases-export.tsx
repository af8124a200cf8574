import { caseExports } from "@mainstay/contract/case-export";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { addressOf } from "../../lib/call.ts";
import { type CaseSearch, caseFilterOf } from "./case-search.ts";

/** The cases as they are filtered, as a file; the audit keeps who took it. */
export const CasesExport = ({ search }: { search: CaseSearch }) => {
  const { t } = useTranslation();
  const link = (key: string, choice: object, words: string) => ({
    key,
    label: (
      <a href={addressOf(caseExports.file, {}, { ...caseFilterOf(search), ...choice })} download>
        {words}
      </a>
    ),
  });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          link("xlsx", { format: "xlsx" }, t("case.list.exportXlsx")),
          link("csv", { format: "csv" }, t("case.list.exportCsv")),
          link("gbk", { format: "csv", encoding: "gbk" }, t("case.list.exportGbk")),
        ],
      }}
    >
      <Button title={t("case.list.exportWhy")} aria-haspopup="menu">
        {t("case.list.export")}
        <Icon name="down" size={12} />
      </Button>
    </Dropdown>
  );
};
