import { firstRunJourney } from "./harness/first-run-journey.ts";

firstRunJourney({ name: "in English on a 360 px phone", locale: "en", isPhone: true });
