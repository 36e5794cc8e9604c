/** What happens to single henvendelser besides the usual, by their place in the list. */
export const plans = {
  1: (story, c) => story.handOver(c, "ejendomskontor", "decline"),
  2: raceForPickup,
  3: (story, c) => story.askBoard(c),
  4: (story, c) => story.handOver(c, "boligsocialtKontor", "accept"),
  async 8(story, c) {
    await story.handOver(c, "ejendomskontor", "accept");
    await story.handOver(c, "boligsocialtKontor", "accept");
  },
  // Only boligsocialt kontor knows of these: ejendomskontoret learns of them with the offer and loses them with its end.
  13: (story, c) => story.handOver(c, "ejendomskontor", "withdraw"),
  15: (story, c) => story.handOver(c, "ejendomskontor", "decline"),
};

/** The case has been taken: the one who comes second is told who and when. */
async function raceForPickup(story, c) {
  const { world } = story;
  const answer = await world.people.leder.post(world.path(`/cases/${c.caseId}/pickup`));
  const { status, body } = answer;
  world.check(status === 409 && body.code === "already_picked_up", `the second to pick up is refused (was ${status} ${body?.code ?? ""})`);
  world.check(body?.by?.userId === world.people.boligsocial.me.userId && Boolean(body?.at), "the second to pick up is told who was first and when");
}
