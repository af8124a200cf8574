/** The small pages for people who do not sign in, by the name of their entry: nothing of the application comes with them. */
export const publicPages = {
  withdrawal: { entry: "w/index.html", limitKb: 20 },
  cases: { entry: "c/index.html", limitKb: 60 },
  survey: { entry: "s/index.html", limitKb: 60 },
} as const;

export const isPublicPage = (name: string): boolean => name in publicPages;
