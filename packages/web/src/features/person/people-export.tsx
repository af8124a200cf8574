import { facts } from "@mainstay/contract/fact";
import { personExports } from "@mainstay/contract/person-export";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { addressOf } from "../../lib/call.ts";
import { useMay, useSession } from "../../lib/session.ts";
import { type PeopleSearch, peopleFilterOf } from "./people-search.ts";

/** The people as they are filtered, as a file; business facts only, and the audit keeps who took it. */
export const PeopleExport = ({ search }: { search: PeopleSearch }) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const mayExportFacts = useMay("fact.export");
  const file = (choice: object) =>
    addressOf(personExports.file, {}, { ...peopleFilterOf(search, workspace.today), ...choice });
  const link = (key: string, choice: object, words: string) => ({
    key,
    label: (
      <a href={file(choice)} download>
        {words}
      </a>
    ),
  });
  const dossiers = (format: "csv" | "xlsx") => ({
    key: `facts-${format}`,
    label: (
      <a href={addressOf(facts.exportFile, {}, { format })} download>
        {t(format === "csv" ? "fact.exportCsv" : "fact.exportXlsx")}
      </a>
    ),
  });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          link("xlsx", { format: "xlsx" }, t("person.list.exportXlsx")),
          link("csv", { format: "csv" }, t("person.list.exportCsv")),
          link("gbk", { format: "csv", encoding: "gbk" }, t("person.list.exportGbk")),
          ...(mayExportFacts ? [dossiers("xlsx"), dossiers("csv")] : []),
        ],
      }}
    >
      <Button title={t("person.list.exportWhy")} aria-haspopup="menu">
        {t("person.list.export")}
        <Icon name="down" size={12} />
      </Button>
    </Dropdown>
  );
};
