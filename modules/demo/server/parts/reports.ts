import { actions, decisions, maturity, reason, reports, stories, why } from '#modules/demo/story/reports.ts'
import { addDemoReports } from '#modules/reports/public.ts'
import type { DemoVoice } from '#modules/reports/public.ts'
import type { Context } from '#platform/context.ts'
import type { BuiltCommunity, DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const competencies = [
  'strategy',
  'leadership',
  'culture',
  'management',
  'content',
  'governance',
  'tools',
  'measurement',
] as const

/** Three published reports and a draft, stories, maturity and return, in the maintenance community. */
export async function addReports(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const holder = (role: string) => built?.roles.find((one) => one.role === role)?.memberId
  const managerId = holder('manager')
  if (!built || !communityId || !managerId) return
  const person = (key: string) => story.people.find((one) => one.key === key)?.id
  const evidence = built.posts.find(({ kind, comments }) => kind === 'question' && comments.length > 1)
  const evidenceUrl = evidence ? `/posts/${evidence.id}` : null
  await addDemoReports(ctx, {
    communityId,
    language: 'fr',
    managerId,
    sponsorId: holder('sponsor') ?? null,
    reports: reports.map((texts, index) => ({
      texts: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, french(text)])),
      voices: (month) => voicesOf(built, month, managerId, index === reports.length - 1),
    })),
    decisions: decisions.map(({ text, ...one }) => ({ ...one, text: french(text) })),
    stories: stories.map(({ what, people, ...one }) => ({
      ...one,
      what: french(what),
      evidenceUrl,
      people: people.flatMap((key) => person(key) ?? []),
    })),
    assessments: maturity.map(({ daysAgo, levels }) => ({
      daysAgo,
      levels: Object.fromEntries(
        competencies.map((key, index) => {
          const level = levels[index] ?? 1
          return [
            key,
            {
              level,
              why: level > 1 ? french(why) : '',
              evidence:
                level > 1
                  ? [{ label: 'Une conversation', url: evidenceUrl ?? '/communities/maintenance' }]
                  : [],
            },
          ]
        }),
      ) as Parameters<typeof addDemoReports>[1]['assessments'][number]['levels'],
      actions: actions.map(french),
    })),
    assumptions: {
      managerHoursMonth: 24,
      otherHoursMonth: 12,
      lowMinutes: null,
      baseMinutes: null,
      highMinutes: null,
      hourlyCost: null,
      currency: null,
      reason: french(reason),
    },
  })
}

/** Words of members in a month, each of another person; in the draft, the first one has not answered yet. */
function voicesOf(built: BuiltCommunity, month: string, managerId: string, isDraft: boolean): DemoVoice[] {
  const seen = new Set([managerId])
  return built.posts
    .flatMap((post) => post.comments.map((comment) => ({ ...comment, postId: post.id })))
    .filter(({ at, language }) => at.toISOString().startsWith(month) && language === 'fr')
    .toSorted((a, b) => Number(b.accepted) - Number(a.accepted) || b.helped - a.helped)
    .flatMap(({ id, postId, authorId, text }): Omit<DemoVoice, 'answer'>[] => {
      const quote = firstSentence(text)
      if (seen.has(authorId) || !quote || seen.has(quote)) return []
      seen.add(authorId).add(quote)
      return [{ postId, commentId: id, authorId, quote }]
    })
    .slice(0, 3)
    .map((voice, index) => ({
      ...voice,
      answer: isDraft && index === 0 ? 'pending' : index === 1 ? 'anonymous' : 'named',
    }))
}

/** A sentence short enough to be quoted; nothing where marks or lists would have to be cut away. */
function firstSentence(text: string): string | undefined {
  const sentence = /^[^\n*_`#[\]|>]{20,200}?[.?!](?=\s|$)/u.exec(text.trim())?.[0]
  return sentence?.replace(/\s+/gu, ' ').trim()
}
