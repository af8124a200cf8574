import { relationshipMaps } from "@mainstay/contract/relationship-map";
import { keepPreviousData } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Segmented, Select } from "antd";
import { type ComponentProps, type ComponentType, Suspense, lazy, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen, Skeleton } from "../../components/skeleton.tsx";
import { useIsPhone } from "../../lib/media.ts";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AccountTabs } from "../relationship/account-tabs.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { useMapActs } from "./map-acts.ts";
import type { MapDialog } from "./map-dialog.ts";
import { MapDialogs } from "./map-dialogs.tsx";
import { MapFilters } from "./map-filters.tsx";
import { MapJudgement } from "./map-judgement.tsx";
import { MapLegend } from "./map-legend.tsx";
import { MapList } from "./map-list.tsx";
import { buildModel, type MapModel } from "./map-model.ts";
import styles from "./map-screen.module.css";
import type { MapSearch } from "./map-search.ts";
import { PersonSelect } from "./person-select.tsx";
import {
  type LayoutChoice,
  layoutChoices,
  type LineChoice,
  lineChoices,
  usualLayout,
} from "./place-people.ts";
import { loadMapCanvas, readyMapCanvas } from "./prefetch-map.ts";
import { WeekSlider } from "./week-slider.tsx";

const LaterCanvas = lazy(() => loadMapCanvas().then((m) => ({ default: m.MapCanvas })));

/** The relationship map of an account: judgement, people and lines as a picture or as a list, today or in a week gone by. */
export const MapScreen = () => {
  const { accountId } = useParams({ from: "/workspace/accounts/$accountId/map" });
  const { t } = useTranslation();
  const [search] = useAddressState<MapSearch>();
  const found = useAnswer(
    relationshipMaps.get,
    { params: { accountId }, query: { projectId: search.project, asOf: search.asOf } },
    { placeholderData: keepPreviousData },
  );
  const model = useMemo(
    () => (found.data ? buildModel(found.data, search) : null),
    [found.data, search],
  );
  if (isProblem(found.error, "account.not_found"))
    return (
      <EmptyState
        isScreen
        title={t("map.notFound")}
        action={<Link to="/accounts">{t("map.toAccounts")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!model) return <LoadingScreen />;
  return <MapOf key={accountId} model={model} />;
};

const MapOf = ({ model }: { model: MapModel }) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { map, isPast } = model;
  const [search, change] = useAddressState<MapSearch>();
  const [layout, setLayout] = useState<LayoutChoice>(() => usualLayout(map.places));
  const [lines, setLines] = useState<LineChoice>("all");
  const [Canvas] = useState<ComponentType<ComponentProps<typeof LaterCanvas>>>(
    () => readyMapCanvas() ?? LaterCanvas,
  );
  const [dialog, setDialog] = useState<MapDialog | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const acts = useMapActs(model);
  const view = search.view ?? (isPhone ? "list" : "canvas");
  const mayEdit = map.can.edit && !isPast;
  const showView = (next: "canvas" | "list") => change({ view: next });
  const layouts = layoutChoices.filter(
    (choice) => choice !== "shared" || map.places.shared.length > 0 || map.can.arrangeShared,
  );
  return (
    <Screen width="full">
      <PageHeader
        title={map.account.name}
        tabTitle={t("map.tabTitle", { account: map.account.name })}
        lead={<MapJudgement map={map} />}
        actions={
          <>
            {mayEdit && (
              <Button
                type="primary"
                icon={<Icon name="plus" />}
                onClick={() => setDialog({ kind: "add", belowPersonId: focused })}
              >
                {t("map.add.open")}
              </Button>
            )}
            <ExportMenu model={model} layout={layout} />
          </>
        }
      />
      <AccountTabs accountId={map.account.id} />
      <div className={styles["toolbar"]}>
        <Segmented
          aria-label={t("map.view.label")}
          value={view}
          onChange={showView}
          options={(["canvas", "list"] as const).map((value) => ({
            value,
            label: t(`map.view.${value}`),
          }))}
        />
        <MapFilters model={model} />
        <div className={styles["find"]}>
          <PersonSelect
            id="map-find"
            model={model}
            label={t("map.filter.find")}
            value={null}
            onChange={(personId) => {
              setFocused(personId);
              if (personId !== null) setDialog({ kind: "card", personId });
            }}
          />
        </div>
      </div>
      <div className={styles["toolbar"]}>
        <WeekSlider map={map} onWeek={(asOf) => change({ asOf })} />
        <span className={styles["spring"]} />
        {view === "canvas" && (
          <>
            <Select
              size="small"
              aria-label={t("map.lines.label")}
              popupMatchSelectWidth={false}
              value={lines}
              onChange={setLines}
              options={lineChoices.map((value) => ({ value, label: t(`map.lines.${value}`) }))}
            />
            <Select
              size="small"
              aria-label={t("map.layout.label")}
              popupMatchSelectWidth={false}
              value={layout}
              onChange={setLayout}
              options={layouts.map((value) => ({ value, label: t(`map.layout.${value}`) }))}
            />
            {layout !== "automatic" && map.places[layout].length > 0 && (
              <Button size="small" type="text" onClick={() => acts.resetLayout(layout)}>
                {t("map.layout.reset")}
              </Button>
            )}
            {!isPhone && (
              <Button size="small" type="text" onClick={() => setDialog({ kind: "keys" })}>
                {t("map.keys.open")}
              </Button>
            )}
          </>
        )}
        {mayEdit && map.can.seeProfiles && (
          <Button size="small" type="text" onClick={() => setDialog({ kind: "suggest" })}>
            {t("map.tie.suggestTitleShort")}
          </Button>
        )}
        <MapLegend />
      </div>
      {isPast && (
        <div className={styles["past"]} role="status">
          <Icon name="clock" />
          <span>{t("map.week.past", { on: map.asOf })}</span>
          <Button size="small" onClick={() => change({ asOf: undefined })}>
            {t("map.week.back")}
          </Button>
        </div>
      )}
      {map.nodes.length === 0 ? (
        <EmptyState
          title={t("map.empty")}
          words={t(isPast ? "map.emptyThen" : "map.emptyWhy")}
          action={
            mayEdit && (
              <Button onClick={() => setDialog({ kind: "add", belowPersonId: null })}>
                {t("map.add.open")}
              </Button>
            )
          }
        />
      ) : view === "list" ? (
        <MapList model={model} onDialog={setDialog} />
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <Canvas
            model={model}
            layout={layout}
            lines={lines}
            focused={focused}
            onFocus={setFocused}
            onLayout={setLayout}
            onDialog={setDialog}
            onFind={() => document.getElementById("map-find")?.focus()}
            onList={() => showView("list")}
          />
          {mayEdit && !isPhone && <p className={styles["hint"]}>{t("map.dragHint")}</p>}
        </Suspense>
      )}
      <MapDialogs model={model} dialog={dialog} onDialog={setDialog} />
    </Screen>
  );
};
