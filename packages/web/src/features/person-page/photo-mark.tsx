import { personPhotos } from "@mainstay/contract/person-photo";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../lib/call.ts";
import styles from "./photo-mark.module.css";

const initialsOf = (name: string): string => {
  const words = name.trim().split(/[\s·]+/);
  const isLatin = /^[\u0000-\u024f]/.test(name.trim());
  if (!isLatin) return [...name.trim()].slice(-2).join("");
  return words
    .map((word) => [...word][0] ?? "")
    .slice(0, 2)
    .join("")
    .toUpperCase();
};

/** The person's picture where there is one this reader may see, else the last characters of the name. */
export const PhotoMark = ({
  personId,
  name,
  hasPhoto,
  isPlaceholder = false,
  stamp = "",
}: {
  personId: string;
  name: string;
  hasPhoto: boolean;
  isPlaceholder?: boolean;
  /** Changes when the picture does. */
  stamp?: string;
}) => {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  if (hasPhoto && failed !== stamp)
    return (
      <img
        className={styles["mark"]}
        src={`${addressOf(personPhotos.get, { personId })}?${stamp}`}
        alt={t("person.page.photoOf", { name })}
        onError={() => setFailed(stamp)}
      />
    );
  return (
    <span
      className={styles["mark"]}
      data-placeholder={isPlaceholder || undefined}
      aria-hidden="true"
    >
      {isPlaceholder ? "?" : initialsOf(name)}
    </span>
  );
};
