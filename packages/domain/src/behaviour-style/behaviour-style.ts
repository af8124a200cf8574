/** 四种行为风格 How senior people decide: driver 力量型, expressive 活泼型, amiable 和平型, analytical 完美型 (capabilities R6). */
export const behaviourStyles = ["driver", "expressive", "amiable", "analytical"] as const;
export type BehaviourStyle = (typeof behaviourStyles)[number];
