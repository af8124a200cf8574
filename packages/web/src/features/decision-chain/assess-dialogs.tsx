import { assessments } from "@mainstay/contract/assessment";
import { behaviourStyles } from "@mainstay/domain/behaviour-style/behaviour-style";
import { styleQuestions, suggestStyle } from "@mainstay/domain/behaviour-style/suggest-style";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { influences } from "@mainstay/domain/influence/influence";
import { influenceQuestions, suggestInfluence } from "@mainstay/domain/influence/suggest-influence";
import { stances } from "@mainstay/domain/stance/stance";
import { stanceQuestions, suggestStance } from "@mainstay/domain/stance/suggest-stance";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterChainChange } from "./chain-acts.ts";
import { GuidedDialog } from "./guided-dialog.tsx";
import { InfluenceMark } from "./influence-mark.tsx";
import { StanceMark } from "./stance-mark.tsx";

export interface AssessedPerson {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
}

interface Props {
  readonly person: AssessedPerson;
  readonly today: IsoDay;
  readonly project: { id: string; name: string } | null;
  readonly onClose: () => void;
}

const useSaved = (name: string, onClose: () => void) => {
  const { t } = useTranslation();
  const notice = useNotice();
  return (value: string) => {
    onClose();
    notice.done(t("chain.guided.saved", { name, value }));
  };
};

const paramsOf = ({ accountId, personId }: AssessedPerson) => ({ accountId, personId });

/** Where a person stands, by what they did and said. */
export const AssessStanceDialog = ({ person, onClose, ...rest }: Props) => {
  const { t } = useTranslation();
  const saved = useSaved(person.name, onClose);
  const assess = useAct(assessments.assessStance, {
    refresh: staleAfterChainChange,
    onSuccess: ({ stance }) => saved(t(`glossary.stance.${stance}`)),
  });
  return (
    <GuidedDialog
      {...rest}
      subject="stance"
      title={t("chain.guided.stanceTitle", { name: person.name })}
      questions={stanceQuestions}
      suggest={suggestStance}
      options={stances}
      show={(stance) => <StanceMark stance={stance} />}
      isSaving={assess.isPending}
      error={assess.error}
      onClose={onClose}
      onSave={({ value, answers, ...given }) =>
        assess.mutate({
          params: paramsOf(person),
          body: { ...given, stance: value, answers: [...answers] },
        })
      }
    />
  );
};

/** How much a person's word decides. */
export const AssessInfluenceDialog = ({ person, onClose, ...rest }: Props) => {
  const { t } = useTranslation();
  const saved = useSaved(person.name, onClose);
  const assess = useAct(assessments.assessInfluence, {
    refresh: staleAfterChainChange,
    onSuccess: ({ influence }) => saved(t("chain.influenceOf", { value: influence })),
  });
  return (
    <GuidedDialog
      {...rest}
      subject="influence"
      title={t("chain.guided.influenceTitle", { name: person.name })}
      questions={influenceQuestions}
      suggest={suggestInfluence}
      options={influences}
      show={(value) => <InfluenceMark value={value} />}
      isSaving={assess.isPending}
      error={assess.error}
      onClose={onClose}
      onSave={({ value, answers, ...given }) =>
        assess.mutate({
          params: paramsOf(person),
          body: { ...given, influence: value, answers: [...answers] },
        })
      }
    />
  );
};

/** How a person decides: four observations. */
export const AssessStyleDialog = ({ person, onClose, today }: Props) => {
  const { t } = useTranslation();
  const saved = useSaved(person.name, onClose);
  const assess = useAct(assessments.assessStyle, {
    refresh: staleAfterChainChange,
    onSuccess: ({ style }) => saved(t(`glossary.behaviourStyle.${style}`)),
  });
  return (
    <GuidedDialog
      subject="style"
      title={t("chain.guided.styleTitle", { name: person.name })}
      questions={styleQuestions}
      suggest={suggestStyle}
      options={behaviourStyles}
      show={(style) => t(`glossary.behaviourStyle.${style}`)}
      today={today}
      project={null}
      isSaving={assess.isPending}
      error={assess.error}
      onClose={onClose}
      onSave={({ value, answers, evidence, assessedOn }) =>
        assess.mutate({
          params: paramsOf(person),
          body: { evidence, assessedOn, style: value, answers: [...answers] },
        })
      }
    />
  );
};
