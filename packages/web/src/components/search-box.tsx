import { Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { Icon } from "./icon.tsx";

const pauseMs = 180;

/** Search as you type; the address follows when the typing pauses. */
export const SearchBox = ({
  value,
  label,
  onChange,
}: {
  value: string;
  label: string;
  onChange: (text: string) => void;
}) => {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // The address changed from elsewhere: filters cleared, a view chosen, the way back.
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (text.trim() === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      onChange(text.trim());
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <Input
      type="search"
      allowClear
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" size={14} />}
      maxLength={100}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
};
