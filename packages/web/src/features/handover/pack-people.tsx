import type { HandoverPack } from "@mainstay/contract/handover-pack";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** The decision chain: name and job, role and, for who may see profiles, influence, stance and style. */
export const PackPeople = ({ pack }: { pack: HandoverPack }) => {
  const { t } = useTranslation();
  return (
    <section aria-label={t("handover.part.people")}>
      <h3>{t("handover.part.people")}</h3>
      {pack.people.length === 0 ? (
        <p className="muted">{t("handover.none.people")}</p>
      ) : (
        <ul>
          {pack.people.map((person) => (
            <li key={person.personId}>
              <p>
                <Link to="/people/$personId" params={{ personId: person.personId }}>
                  {person.name}
                </Link>{" "}
                {[
                  person.isPlaceholder && t("handover.figure.placeholder"),
                  person.title,
                  person.role && t(`glossary.buyingRole.${person.role}`),
                  person.influence !== null &&
                    t("handover.figure.influence", { value: person.influence }),
                  person.stance && t(`glossary.stance.${person.stance.value}`),
                  person.style && t(`glossary.behaviourStyle.${person.style}`),
                  person.lastContactOn === null
                    ? t("handover.figure.never")
                    : t("handover.figure.lastContact", { on: person.lastContactOn }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
