import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useSession } from "../../lib/session.ts";
import { places } from "./places.ts";
import styles from "./shell.module.css";

/** So many places fit beside “more” at the bottom of a phone; with one more than that, “more” takes its place. */
const onPhone = 4;

/** The places one may go to: all of them in the side; on a phone the first few, the rest in a sheet above. */
export const Places = () => {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const [isOpen, setOpen] = useState(false);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      const isOutside = !nav.current?.contains(event.target as Node);
      if (event instanceof KeyboardEvent ? event.key === "Escape" : isOutside) setOpen(false);
    };
    const heard = ["keydown", "pointerdown"] as const;
    for (const one of heard) document.addEventListener(one, close);
    return () => {
      for (const one of heard) document.removeEventListener(one, close);
    };
  }, [isOpen]);
  const mine = places.filter(({ needs }) => needs === null || permissions.includes(needs));
  const shown = mine.length > onPhone + 1 ? onPhone : mine.length;
  const link = ({ place, to, icon }: (typeof places)[number]) => (
    <Link
      key={place}
      to={to}
      className={styles["place"]}
      activeOptions={{ exact: to === "/", includeSearch: false }}
      activeProps={{ "aria-current": "page", className: styles["here"] }}
      onClick={() => setOpen(false)}
    >
      <Icon name={icon} />
      <span>{t(`app.place.${place}`)}</span>
    </Link>
  );
  return (
    <nav ref={nav} aria-label={t("app.places")} className={styles["places"]}>
      {mine.slice(0, shown).map(link)}
      {shown < mine.length && (
        <>
          <button
            type="button"
            className={`${styles["place"]} ${styles["more"]}`}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="more" />
            <span>{t("app.more")}</span>
          </button>
          <div className={styles["rest"]} data-open={isOpen}>
            {mine.slice(shown).map(link)}
          </div>
        </>
      )}
    </nav>
  );
};
