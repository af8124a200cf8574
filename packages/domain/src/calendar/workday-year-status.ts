/** How far a year's calendar can be relied upon: published, by the law alone (未正式公布), or nothing but the plain week. */
export const workdayYearStatuses = ["official", "preliminary", "none"] as const;
export type WorkdayYearStatus = (typeof workdayYearStatuses)[number];
