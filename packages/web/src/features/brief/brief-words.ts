import type { BriefView } from "@mainstay/contract/brief";
import type { ProfileTopic } from "@mainstay/domain/account/profile-topic";
import { useTranslation } from "react-i18next";

type OrderSignal =
  | "season_closed"
  | "rhythm_broken"
  | "order_amount_shrinking"
  | "product_category_lost"
  | "payment_delay";

/** A question of the brief as one sentence. */
export const useQuestionWords = () => {
  const { t } = useTranslation();
  return ({ code, params }: BriefView["questions"][number]): string => {
    const name = String(params["name"] ?? "");
    switch (code) {
      case "promise":
        return t("brief.question.promise", { count: Number(params["count"]) });
      case "signal":
        return t(`brief.signalQuestion.${params["kind"] as OrderSignal}`);
      case "topic":
        return t(`brief.topicQuestion.${params["topic"] as ProfileTopic}`);
      case "who_is":
        return t("brief.question.who_is", { name });
      case "stance":
        return t("brief.question.stance", { name });
      case "stance_again":
        return t("brief.question.stance_again", { name });
      default:
        return t("brief.question.who_decides");
    }
  };
};
