import { Radio, Space } from "antd";
import { useTranslation } from "react-i18next";

const scores = [5, 4, 3, 2, 1] as const;

/** Five steps with their words, the best first. */
export const ScoreRadio = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (score: number) => void;
}) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as number)}
    >
      <Space orientation="vertical" size={4}>
        {scores.map((score) => (
          <Radio key={score} value={score}>
            {score} · {t(`closing.scoreWords.${score}`)}
          </Radio>
        ))}
      </Space>
    </Radio.Group>
  );
};
