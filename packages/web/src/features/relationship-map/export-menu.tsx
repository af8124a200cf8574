import { mapExportFormats } from "@mainstay/contract/relationship-map";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useNotice } from "../../lib/notice.tsx";
import type { MapModel } from "./map-model.ts";
import type { LayoutChoice } from "./place-people.ts";

/** SVG, PNG, one A3 page; what draws them is fetched when it is asked for. */
export const ExportMenu = ({ model, layout }: { model: MapModel; layout: LayoutChoice }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: (typeof mapExportFormats)[number]) => {
    setBusy(true);
    try {
      const { exportMap } = await import("./export-map.ts");
      await exportMap(model, layout, format, t);
      if (format !== "print") notice.done(t("map.export.done"));
    } catch (error) {
      notice.refused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: mapExportFormats.map((format) => ({
          key: format,
          label: t(`map.export.${format}`),
          onClick: () => void take(format),
        })),
      }}
    >
      <Button loading={isBusy} aria-haspopup="menu">
        {t("map.export.open")}
        <Icon name="down" size={12} />
      </Button>
    </Dropdown>
  );
};
