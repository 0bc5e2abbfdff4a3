import type { Levels } from '#modules/reports/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Cycle, Texts } from '#modules/reports/words.ts'
import { graceDays } from '#modules/reports/words.ts'
import { openDecisions } from '../decisions.ts'
import { countNow } from '../gather.ts'
import { halfOf, isClosed, monthsAfter } from '../months.ts'
import { insertDecision } from '../queries/decisions.ts'
import { insertAssessment } from '../queries/maturity.ts'
import { insertVersion, setPublished } from '../queries/reports.ts'
import { setAssumptions } from '../queries/returns.ts'
import type { Assumptions } from '../queries/returns.ts'
import { insertStory, insertStoryPeople } from '../queries/stories.ts'
import { insertVoice, setAnswer } from '../queries/voices.ts'
import { makeDraft } from './draft-report.ts'

export interface DemoVoice {
  postId: string
  commentId: string | null
  authorId: string
  quote: string
  answer: 'named' | 'anonymous' | 'pending'
}
export interface DemoReports {
  communityId: string
  language: 'fr' | 'en'
  managerId: string
  sponsorId: string | null
  /** Newest last; the last one stays a draft. */
  reports: readonly { texts: Partial<Texts>; voices: (month: string) => readonly DemoVoice[] }[]
  decisions: readonly { text: string; dueInDays: number; askedDaysAgo: number }[]
  stories: readonly {
    cycle: Cycle
    what: string
    evidenceUrl: string | null
    hours: number | null
    indicator: string | null
    daysAgo: number
    people: readonly string[]
  }[]
  assessments: readonly { daysAgo: number; levels: Levels; actions: readonly string[] }[]
  assumptions: Assumptions
}

const day = 86_400_000

/** Only for the demo company: months of reports with their voices, stories, maturity and return; nobody is told. */
export async function addDemoReports(ctx: Context, demo: DemoReports): Promise<void> {
  const { communityId, managerId } = demo
  await countNow(ctx, communityId)
  const today = ctx.now.toISOString().slice(0, 10)
  let last = monthsAfter(today.slice(0, 7), -1)
  if (!isClosed(last, today, graceDays)) last = monthsAfter(last, -1)
  for (const { text, dueInDays, askedDaysAgo } of demo.decisions)
    await insertDecision(ctx.tx, {
      id: newId(ctx.now.getTime()),
      communityId,
      text,
      ownerId: demo.sponsorId,
      due: new Date(ctx.now.getTime() + dueInDays * day).toISOString().slice(0, 10),
      at: new Date(ctx.now.getTime() - askedDaysAgo * day),
      byMemberId: managerId,
    })
  for (const [index, report] of demo.reports.entries()) {
    const month = monthsAfter(last, index - demo.reports.length + 1)
    const at = new Date(Math.min(ctx.now.getTime(), Date.parse(`${monthsAfter(month, 1)}-04T05:20:00Z`)))
    const drafted = await makeDraft({ ...ctx, now: at }, { id: communityId, language: demo.language }, month)
    if (!drafted) continue
    const voiceIds: string[] = []
    for (const { answer, ...voice } of report.voices(month)) {
      const id = newId(at.getTime())
      const asked = { id, reportId: drafted.id, communityId, askedAt: at, askedBy: managerId, ...voice }
      if (!(await insertVoice(ctx.tx, asked)) || answer === 'pending') continue
      await setAnswer(ctx.tx, voice.authorId, id, { state: 'yes', shownAs: answer, at })
      voiceIds.push(id)
    }
    if (index === demo.reports.length - 1) continue
    const texts = { ...emptyTexts, ...report.texts }
    await insertVersion(ctx.tx, { reportId: drafted.id, number: 2, texts, at, byMemberId: managerId })
    await setPublished(ctx.tx, drafted.id, 2, {
      at: new Date(Math.min(ctx.now.getTime(), at.getTime() + 2 * day)),
      byMemberId: managerId,
      note: null,
      voiceIds,
      storyIds: [],
      decisions: (await openDecisions(ctx, communityId, null)).filter(
        ({ kind, askedOn }) => kind === 'own' && askedOn !== null && askedOn <= at.toISOString().slice(0, 10),
      ),
    })
  }
  for (const { people, daysAgo, ...story } of demo.stories) {
    const id = newId(ctx.now.getTime())
    const toldAt = new Date(ctx.now.getTime() - daysAgo * day)
    const happenedOn = toldAt.toISOString().slice(0, 10)
    await insertStory(ctx.tx, {
      ...story,
      id,
      communityId,
      language: demo.language,
      happenedOn,
      toldBy: managerId,
      toldAt,
    })
    const agreed = people.map((memberId) => ({
      id: newId(ctx.now.getTime()),
      memberId,
      state: 'yes' as const,
      shownAs: 'named',
    }))
    if (agreed.length > 0) await insertStoryPeople(ctx.tx, id, agreed, toldAt)
  }
  for (const { daysAgo, levels, actions } of demo.assessments) {
    const at = new Date(ctx.now.getTime() - daysAgo * day)
    await insertAssessment(ctx.tx, {
      id: newId(at.getTime()),
      communityId,
      half: halfOf(at.toISOString()),
      levels,
      actions,
      at,
      byMemberId: managerId,
    })
  }
  await setAssumptions(ctx.tx, communityId, demo.assumptions, ctx.now, managerId)
}

const emptyTexts: Texts = {
  problem: '',
  facts: '',
  voices: '',
  health: '',
  season: '',
  decisions: '',
  unknown: '',
}
