import { firstRunJourney } from "./harness/first-run-journey.ts";

firstRunJourney({ name: "in Chinese on a laptop", locale: "zh-CN", isPhone: false });
