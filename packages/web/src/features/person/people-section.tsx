import type { AccountPage } from "@mainstay/contract/account-page";
import type { PositionView } from "@mainstay/contract/person";
import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { Section } from "../account-page/section.tsx";
import styles from "./people-section.module.css";

const PersonDialog = lazy(() =>
  import("./person-dialog.tsx").then((m) => ({ default: m.PersonDialog })),
);
const QuickPerson = lazy(() =>
  import("./quick-person-dialog.tsx").then((m) => ({ default: m.QuickPersonDialog })),
);
const Leave = lazy(() =>
  import("../person-page/leave-dialog.tsx").then((m) => ({ default: m.LeaveDialog })),
);

type Open = { kind: "add" } | { kind: "edit" | "end"; position: PositionView } | null;

const Person = ({ position, onOpen }: { position: PositionView; onOpen: (open: Open) => void }) => {
  const { t } = useTranslation();
  const { endsOn, startsOn, workPhone, workEmail } = position;
  const job = [position.title, position.department].filter(Boolean).join(" · ");
  return (
    <li className={styles["person"]} data-former={endsOn !== null || undefined}>
      <div className={styles["words"]}>
        <span className={styles["name"]}>
          <Link to="/people/$personId" params={{ personId: position.personId }}>
            {position.name}
          </Link>
          {position.isPlaceholder && (
            <span className={styles["since"]}>{t("person.placeholder")}</span>
          )}
          {position.cameFrom !== null && endsOn === null && (
            <span className={styles["opener"]}>
              {t("person.doorOpener")}
              {position.cameFrom.name !== null &&
                ` · ${t("person.doorOpenerFrom", { from: position.cameFrom.name })}`}
            </span>
          )}
          <span className={styles["since"]}>
            {endsOn !== null
              ? t("person.until", { on: endsOn })
              : startsOn !== null && t("person.since", { on: startsOn })}
          </span>
        </span>
        {job !== "" && <span className={styles["job"]}>{job}</span>}
        {(workPhone !== null || workEmail !== null) && (
          <span className={styles["reach"]}>
            {workPhone !== null && <a href={`tel:${workPhone}`}>{workPhone}</a>}
            {workEmail !== null && <a href={`mailto:${workEmail}`}>{workEmail}</a>}
          </span>
        )}
      </div>
      {position.can.edit && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              {
                key: "edit",
                label: t("app.edit"),
                onClick: () => onOpen({ kind: "edit", position }),
              },
              ...(endsOn === null
                ? [
                    {
                      key: "end",
                      label: t("person.end"),
                      onClick: () => onOpen({ kind: "end", position }),
                    },
                  ]
                : []),
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<Icon name="more" />}
            aria-haspopup="menu"
            aria-label={t("person.edit", { name: position.name })}
          />
        </Dropdown>
      )}
    </li>
  );
};

/** Who works at the customer, in what job; who left is folded away. */
export const PeopleSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const [showsFormer, setShowsFormer] = useState(false);
  const present = page.people.filter(({ endsOn }) => endsOn === null || endsOn > page.today);
  const former = page.people.filter(
    (position) => !present.includes(position) && position.endedBecause !== "entered_by_mistake",
  );
  const { id, can } = page.account;
  return (
    <Section
      order={4}
      title={t("person.title")}
      actions={
        can.addPerson && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={t("person.add")}
            title={t("person.add")}
            onClick={() => setOpen({ kind: "add" })}
          />
        )
      }
    >
      {page.people.length === 0 && (
        <p className="muted">
          {t("person.none")} {t("person.noneWhy")}
        </p>
      )}
      <ul className={styles["people"]}>
        {[...present, ...(showsFormer ? former : [])].map((position) => (
          <Person key={position.id} position={position} onOpen={setOpen} />
        ))}
      </ul>
      {present.length > 0 && (
        <p className={styles["ways"]}>
          <Link to={`/accounts/${id}/map` as string}>{t("relationship.tabs.map")}</Link>
          <Link to={`/accounts/${id}/chain` as string}>{t("relationship.tabs.chain")}</Link>
          <Link to="/people" search={{ account: id }}>
            {t("person.list.title")}
          </Link>
        </p>
      )}
      {former.length > 0 && (
        <Button
          size="small"
          type="text"
          aria-expanded={showsFormer}
          onClick={() => setShowsFormer(!showsFormer)}
        >
          {t("person.formerCount", { count: former.length })}
        </Button>
      )}
      {open !== null && (
        <Suspense>
          {open.kind === "end" && (
            <Leave job={open.position} today={page.today} onClose={() => setOpen(null)} />
          )}
          {open.kind === "add" && <QuickPerson accountId={id} onClose={() => setOpen(null)} />}
          {open.kind === "edit" && (
            <PersonDialog position={open.position} onClose={() => setOpen(null)} />
          )}
        </Suspense>
      )}
    </Section>
  );
};
