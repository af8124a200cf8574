import { QRCode } from "antd";
import { CopyLine } from "../setting/copy-line.tsx";
import styles from "./shown-link.module.css";

/** A link as people hand it on: a code on white paper and the text to copy. */
export const ShownLink = ({ url, title, words }: { url: string; title: string; words: string }) => (
  <div>
    <p>{words}</p>
    <div className={styles["paper"]} role="img" aria-label={title}>
      <QRCode value={url} size={200} bordered={false} color="#000" bgColor="#fff" type="canvas" />
    </div>
    <CopyLine text={url} />
  </div>
);
