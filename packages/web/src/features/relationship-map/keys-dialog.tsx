import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./map-dialogs.module.css";

const rows = [
  [["↑", "↓", "←", "→"], "walk"],
  [["Home", "End"], "first"],
  [["Enter"], "card"],
  [["m"], "move"],
  [["Shift + ↑ ↓ ← →"], "nudge"],
  [["e"], "tie"],
  [["n"], "add"],
  [["r"], "name"],
  [["/"], "find"],
  [["f"], "fit"],
  [["+", "−"], "zoom"],
  [["l"], "list"],
  [["?"], "help"],
] as const;

/** Every key of the map. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal open width={420} title={t("map.keys.title")} footer={null} onCancel={onClose}>
      <table className={styles["keys"]}>
        <tbody>
          {rows.map(([keys, word]) => (
            <tr key={word}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <th scope="row">{t(`map.keys.${word}`)}</th>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
};
