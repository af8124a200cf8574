import type { RelationshipMap } from "@mainstay/contract/relationship-map";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button, Slider } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signedIndex } from "./map-words.ts";
import styles from "./map-screen.module.css";

/** Goes back week by week; the last place is today. */
export const WeekSlider = ({
  map,
  onWeek,
}: {
  map: RelationshipMap;
  onWeek: (asOf: IsoDay | undefined) => void;
}) => {
  const { t } = useTranslation();
  const weeks = map.weeks.filter(({ on }) => on < map.today);
  const now = weeks.length;
  const at =
    map.asOf === map.today
      ? now
      : Math.max(
          0,
          weeks.findLastIndex(({ on }) => on <= map.asOf),
        );
  // Where the handle is while it is pulled; the map follows when it is let go.
  const [pulled, pull] = useState<number | null>(null);
  const held = pulled ?? at;
  if (weeks.length === 0) return <p className="muted">{t("map.week.none")}</p>;
  const say = (index: number): string => {
    const week = weeks[index];
    if (!week) return t("map.week.now");
    const figure =
      week.supportIndex === null
        ? t("map.week.noIndex")
        : t("map.week.index", { index: signedIndex(week.supportIndex) });
    return `${t("map.week.at", { on: week.on })} · ${figure}`;
  };
  const go = (index: number) => {
    pull(null);
    onWeek(weeks[index]?.on);
  };
  return (
    <div className={styles["weeks"]} role="group" aria-label={t("map.week.label")}>
      <Button
        size="small"
        disabled={held === 0}
        onClick={() => go(held - 1)}
        aria-label={t("map.week.previous")}
      >
        ‹
      </Button>
      <Slider
        className={styles["slider"] ?? ""}
        min={0}
        max={now}
        value={held}
        onChange={pull}
        onChangeComplete={go}
        ariaLabelForHandle={t("map.week.label")}
        ariaValueTextFormatterForHandle={say}
        tooltip={{ formatter: (index) => say(index ?? now) }}
      />
      <Button
        size="small"
        disabled={held === now}
        onClick={() => go(held + 1)}
        aria-label={t("map.week.next")}
      >
        ›
      </Button>
      <output className="numeric">{say(held)}</output>
    </div>
  );
};
