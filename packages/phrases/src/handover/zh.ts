export const handoverZh = {
  task: {
    title: "联系人离任:查明由谁接替",
    why: "关键联系人已离任,接替的人还不清楚;线索越早接上,越不容易断。",
  },
};
