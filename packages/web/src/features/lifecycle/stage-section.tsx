import { lifecycles } from "@mainstay/contract/lifecycle";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { useAnswer } from "../../lib/query.ts";

/** The stage of the account's life with us and the playbook at work. */
export const StageSection = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation();
  const { data } = useAnswer(lifecycles.get, { params: { accountId } });
  if (!data) return null;
  return (
    <section aria-labelledby="cycle-stage">
      <h2 id="cycle-stage">{t("lifecycle.title")}</h2>
      <p>
        {t(`lifecycle.stage.${data.stage ?? "none"}`)}
        {data.since !== null && <Day on={data.since} today={data.today} />}
      </p>
    </section>
  );
};
