import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { type Cadence, cadences } from "@mainstay/domain/service-policy/cadence";
import type { Duty, DutyKind } from "@mainstay/domain/service-policy/service-terms";
import { faceToFaceKinds } from "@mainstay/domain/service-policy/shipped-service-policy";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./service-policy.module.css";

/** How a duty begins when its cadence is first chosen. */
const usualKinds: Record<DutyKind, Duty["contactKinds"]> = {
  visit: faceToFaceKinds,
  review: ["visit", "meeting", "executive_meeting"],
  executive_meeting: ["executive_meeting"],
  value_report: [],
};

/** One duty: how often, and which contacts count. */
export const DutyField = ({
  kind,
  duty,
  onChange,
}: {
  kind: DutyKind;
  duty: Duty | undefined;
  onChange: (duty: Duty | undefined) => void;
}) => {
  const { t } = useTranslation();
  const name = t(`glossary.obligationKind.${kind}`);
  return (
    <fieldset className={styles["fieldset"]}>
      <legend>{name}</legend>
      <div className={styles["duty"]}>
        <Select
          aria-label={name}
          value={duty?.every ?? ""}
          onChange={(every: Cadence | "") =>
            onChange(
              every === ""
                ? undefined
                : { every, contactKinds: duty?.contactKinds ?? usualKinds[kind] },
            )
          }
          options={[
            { value: "", label: t("servicePolicy.everyNone") },
            ...cadences.map((every) => ({
              value: every,
              label: t(`glossary.cadence.${every}`),
            })),
          ]}
        />
        {duty && (
          <Select
            mode="multiple"
            aria-label={`${name} · ${t("servicePolicy.countsBy")}`}
            placeholder={
              kind === "value_report" ? t("servicePolicy.byWord") : t("servicePolicy.countsBy")
            }
            value={[...duty.contactKinds]}
            onChange={(contactKinds) => onChange({ ...duty, contactKinds })}
            options={interactionKinds.map((one) => ({
              value: one,
              label: t(`glossary.interactionKind.${one}`),
            }))}
          />
        )}
      </div>
    </fieldset>
  );
};
