import { addDemoCampaign } from '#modules/campaigns/public.ts'
import { notebookPages } from '#modules/demo/story/campaign-pictures.ts'
import { campaign, challenge, contest, mentions, stories } from '#modules/demo/story/campaigns.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** #MonCarnet in full swing: stories, one that waits for Claire's yes, a contest that was drawn, a challenge. */
export async function addCampaigns(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const at = (days: number) => new Date(ctx.now.getTime() - days * day)
  const dayOf = (date: Date) => date.toISOString().slice(0, 10)
  const idOf = (key: string) => story.people.find((person) => person.key === key)!.id
  const communityId = ids.get('maintenance')
  if (!communityId) return
  const said = (text: string, language: 'fr' | 'en' = 'fr') => (language === 'fr' ? french(text) : text)
  const posts = await addDemoCampaign(ctx, {
    tag: campaign.tag,
    title: french(campaign.title),
    purpose: french(campaign.purpose),
    howTo: french(campaign.howTo),
    startsOn: dayOf(at(campaign.began)),
    endsOn: dayOf(at(campaign.began - campaign.lasts)),
    beganAt: at(campaign.began),
    leaderId: idOf('claire'),
    communityId,
    communityIds: campaign.communities.flatMap((slug) => ids.get(slug) ?? []),
    askedIds: [campaign.asked].flatMap((slug) => ids.get(slug) ?? []),
    stories: stories.map((one) => ({
      authorId: idOf(one.by),
      title: said(one.title, one.language),
      bodyMd: said(one.text, one.language),
      language: one.language,
      at: at(one.ago),
      picture: one.picture ? { base64: notebookPages[one.picture.page], alt: french(one.picture.alt) } : null,
      hasVideo: one.video ?? false,
      names: one.names ? { memberId: idOf(one.names.who), answered: one.names.answered } : null,
    })),
    mentions: mentions.map((one) => ({ authorId: idOf(one.by), bodyMd: french(one.text), at: at(one.ago) })),
    contest: {
      title: french(contest.title),
      text: french(contest.text),
      prizes: french(contest.prizes),
      rules: french(contest.rules),
      openedAt: at(contest.opened),
      closedAt: at(contest.closed),
      entrants: contest.entrants.map(idOf),
    },
    challenge: {
      title: french(challenge.title),
      text: french(challenge.text),
      steps: challenge.steps.map(french),
      openedAt: at(challenge.opened),
      closesAt: at(-challenge.closes),
      told: challenge.told.map(({ who, team }) => ({ memberId: idOf(who), team })),
    },
  })
  await indexPosts(ctx, posts)
}
