const browsers = [
  [/Edg\//, "Edge"],
  [/MicroMessenger/, "WeChat"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;

const systems = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/HarmonyOS/, "HarmonyOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

const firstMatch = (table: readonly (readonly [RegExp, string])[], text: string) =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** `Chrome · Windows` from a user-agent text; null where neither is known. */
export const deviceName = (userAgent: string | null): string | null => {
  if (userAgent === null) return null;
  const parts = [firstMatch(browsers, userAgent), firstMatch(systems, userAgent)];
  const name = parts.filter((part) => part !== undefined).join(" · ");
  return name === "" ? null : name;
};
