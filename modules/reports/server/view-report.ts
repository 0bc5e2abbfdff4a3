import type { CommunityAccess } from '#modules/communities/public.ts'
import type { Report } from '#modules/reports/contract.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { competencies, mostVoices } from '../words.ts'
import { openDecisions, withOwners } from './decisions.ts'
import { daysOfQuarter, quarterOf } from './months.ts'
import { findLatestAssessment } from './queries/maturity.ts'
import { listVersions } from './queries/reports.ts'
import type { ReportRow, VersionRow } from './queries/reports.ts'
import { listStories } from './queries/stories.ts'
import type { StoryRow } from './queries/stories.ts'
import { listVoices } from './queries/voices.ts'
import type { VoiceRow } from './queries/voices.ts'
import { sayIn } from './say.ts'
import type { Language, Say } from './say.ts'
import {
  chartMonths,
  chartProblem,
  sayFact,
  sayHealth,
  sayProblem,
  saySeason,
  sayUnknown,
} from './sentences.ts'
import { isShared, viewStory } from './view-story.ts'

export interface Asked {
  language?: Language | undefined
  /** A published version; the latest by default. */
  version?: number | undefined
  /** The version that is being written: managers. */
  draft?: boolean | undefined
}

/** Stories that the annex of one report carries. */
const mostStories = 3

/**
 * One version of a report as this reader sees it at this moment: what was computed is said in the language asked for,
 * quotations and stories stand as long as their people agree. Refuses `reportNotFound`.
 */
export async function viewReport(
  ctx: Context,
  access: CommunityAccess,
  row: ReportRow,
  asked: Asked,
): Promise<Report> {
  const versions = await listVersions(ctx.tx, row.id)
  const published = versions.filter(({ publishedAt }) => publishedAt !== null)
  const isManager = access.can.manage
  const version =
    asked.version !== undefined
      ? published.find(({ number }) => number === asked.version)
      : asked.draft && isManager
        ? versions[0]
        : published[0]
  if (!version) throw new Refusal('reportNotFound')
  const say = sayIn(asked.language ?? row.language)
  const isDraft = version.publishedAt === null
  const voices = await listVoices(ctx.tx, row.id)
  const stories = (await listStories(ctx.tx, access.id, daysOfQuarter(quarterOf(row.facts.to)))).filter(
    isShared,
  )
  const decisions = isDraft ? await openDecisions(ctx, access.id, row.facts.from) : version.decisions
  const assessment = await findLatestAssessment(ctx.tx, access.id, row.facts.to)
  const latest = versions[0]!
  return {
    id: row.id,
    community: { id: access.id, slug: access.slug, name: access.name },
    month: row.month,
    language: say.language,
    textLanguage: row.language,
    status: published.length === 0 ? 'draft' : latest.publishedAt === null ? 'correcting' : 'published',
    version: version.number,
    latestPublished: published[0]?.number ?? null,
    publishedAt: version.publishedAt?.toISOString() ?? null,
    publishedBy: version.publishedBy,
    note: version.note,
    isSuperseded: !isDraft && published[0]!.number > version.number,
    title: say.t('title', { community: say.text(access.name) }),
    period: say.month(row.month),
    headings: headings(say),
    texts: version.texts,
    problem: { sentences: sayProblem(say, row.facts), chart: chartProblem(say, row.facts) },
    facts: row.facts.chosen.map((seed) => sayFact(say, seed, row.facts)),
    voices: isDraft && isManager ? voices.map(seenByManager) : shownVoices(voices, version),
    health: sayHealth(say, row.facts),
    season: saySeason(say, row.facts),
    decisions: await withOwners(ctx, decisions),
    unknown: sayUnknown(say, row.facts),
    annex: {
      charts: chartMonths(say, row.facts),
      stories: shownStories(stories, version, isDraft).map((story) => viewStory(story, false)),
      maturity: assessment
        ? {
            half: halfInWords(say, assessment.half),
            levels: competencies.map((competency) => ({
              competency,
              level: assessment.levels[competency].level,
            })),
          }
        : null,
      releases: row.facts.releases.map(({ metric, cell, value, nBand, unit }) => ({
        name: say.ofMeasurement(`figure.${metric}.name`) ?? metric,
        cell: /^other(-\d+)?$/.test(cell) ? say.t('protected.other') : cell,
        value: say.protectedValue(value, unit),
        n: nBand,
      })),
      published: published
        .toReversed()
        .map(({ number, publishedAt, note }) => ({ version: number, at: publishedAt!.toISOString(), note })),
    },
    can: { edit: isManager },
  }
}

export const halfInWords = (say: Say, half: string): string =>
  say.t('maturity.half', { half: half.slice(5), year: half.slice(0, 4) })

const headings = (say: Say): Record<string, string> =>
  Object.fromEntries(
    [
      'problem',
      'facts',
      'voices',
      'health',
      'season',
      'decisions',
      'unknown',
      'annex',
      'stories',
      'maturity',
      'releases',
      'versions',
      'definitions',
    ].map((key) => [key, say.t(`heading.${key}`)]),
  )

const seenByManager = ({ id, quote, state, author, postId }: VoiceRow): Report['voices'][number] => ({
  id,
  quote,
  state,
  author,
  postId,
})

/** What agreed to be shown, at most three, in the order of asking. An anonymous voice leads nowhere. */
export const agreed = (voices: readonly VoiceRow[]): VoiceRow[] =>
  voices.filter(({ state }) => state === 'yes').slice(0, mostVoices)

function shownVoices(voices: readonly VoiceRow[], version: VersionRow): Report['voices'] {
  const among = voices.filter(({ id }) => version.publishedAt === null || version.voiceIds.includes(id))
  return agreed(among).map(({ id, quote, state, shownAs, author, postId }) => ({
    id,
    quote,
    state,
    author: shownAs === 'named' ? author : null,
    postId: shownAs === 'named' ? postId : null,
  }))
}

export const storiesToShow = (stories: readonly StoryRow[]): StoryRow[] => stories.slice(0, mostStories)
const shownStories = (stories: readonly StoryRow[], version: VersionRow, isDraft: boolean): StoryRow[] =>
  isDraft ? storiesToShow(stories) : stories.filter(({ id }) => version.storyIds.includes(id))
