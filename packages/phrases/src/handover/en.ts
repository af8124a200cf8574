export const handoverEn = {
  task: {
    title: "A contact has left: find out who follows",
    why: "A key contact has left and nobody knows who follows; the sooner the thread is taken up again, the less is lost.",
  },
};
