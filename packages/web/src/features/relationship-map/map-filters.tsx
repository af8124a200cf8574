import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useAddressState } from "../../lib/table-state.ts";
import type { MapModel } from "./map-model.ts";
import { isFilteredMap, type MapSearch, roleChoices, stanceChoices } from "./map-search.ts";
import styles from "./map-screen.module.css";

const shared = { popupMatchSelectWidth: false, allowClear: true } as const;

/** Whom to look at: by project, role, stance, one of ours. The others stay, paler; the list leaves them out. */
export const MapFilters = ({ model }: { model: MapModel }) => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<MapSearch>();
  const { map } = model;
  return (
    <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
      {map.projects.length > 0 && (
        <Select
          {...shared}
          aria-label={t("map.filter.project")}
          placeholder={t("map.filter.noProject")}
          value={search.project}
          onChange={(project?: string) => change({ project })}
          options={map.projects.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        {...shared}
        aria-label={t("map.filter.role")}
        placeholder={t("map.filter.role")}
        value={search.role}
        onChange={(role?: MapSearch["role"]) => change({ role })}
        options={roleChoices.map((role) => ({
          value: role,
          label: t(`glossary.buyingRole.${role}`),
        }))}
      />
      {map.can.seeProfiles && (
        <Select
          {...shared}
          aria-label={t("map.filter.stance")}
          placeholder={t("map.filter.stance")}
          value={search.stance}
          onChange={(stance?: MapSearch["stance"]) => change({ stance })}
          options={stanceChoices.map((stance) => ({
            value: stance,
            label: t(`glossary.stance.${stance}`),
          }))}
        />
      )}
      {map.ourUsers.length > 0 && (
        <Select
          {...shared}
          aria-label={t("map.filter.ours")}
          placeholder={t("map.filter.ours")}
          value={search.ours}
          onChange={(ours?: string) => change({ ours })}
          options={map.ourUsers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {isFilteredMap(search) ? (
        <>
          <span className="numeric">
            {t("map.shownOf", { shown: model.asked, all: map.nodes.length })}
          </span>
          <Button
            type="text"
            size="small"
            onClick={() => change({ role: undefined, stance: undefined, ours: undefined })}
          >
            {t("map.clear")}
          </Button>
        </>
      ) : (
        <span className="muted numeric">{t("map.people", { count: map.nodes.length })}</span>
      )}
    </div>
  );
};
