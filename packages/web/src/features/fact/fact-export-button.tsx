import { facts } from "@mainstay/contract/fact";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { addressOf } from "../../lib/call.ts";
import { useMay } from "../../lib/session.ts";

/** Facts in sight as a file, of everybody or of one account; sensitive values never leave. Nothing for who may not. */
export const FactExportButton = ({ accountId }: { accountId?: string }) => {
  const { t } = useTranslation();
  if (!useMay("fact.export")) return null;
  const file = (format: "csv" | "xlsx") => addressOf(facts.exportFile, {}, { accountId, format });
  const link = (format: "csv" | "xlsx", words: string) => ({
    key: format,
    label: (
      <a href={file(format)} download>
        {words}
      </a>
    ),
  });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items: [link("csv", t("fact.exportCsv")), link("xlsx", t("fact.exportXlsx"))] }}
    >
      <Button aria-haspopup="menu">
        {t("fact.export")}
        <Icon name="down" size={12} />
      </Button>
    </Dropdown>
  );
};
