import type { Report } from '#modules/reports/contract.ts'
import type { SectionKey } from '../words.ts'
import type { Block, ReportFile } from './pdf/document.ts'
import { sayIn } from './say.ts'
import type { Say } from './say.ts'

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text })
const list = (items: readonly string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : [])

/** A decision in one line: what, of whom, until when, or what was answered. */
export function sayDecision(say: Say, decision: Report['decisions'][number]): string {
  const { text, owner, due, isLate, answer, answeredOn } = decision
  const who = owner ? say.t('decision.who', { name: owner.displayName }) : say.t('decision.nobody')
  const when = due ? [say.t(isLate ? 'decision.late' : 'decision.due', { day: say.day(due) })] : []
  return answer !== null && answeredOn
    ? `${text} — ${say.t('decision.answered', { day: say.day(answeredOn), answer })}`
    : `${text} — ${[who, ...when].join(', ')}`
}

/** The report as blocks: one sheet, and what it rests on. The page in the browser shows the same, in the same order. */
export function blocksOf(report: Report, at: Date): ReportFile {
  const say = sayIn(report.language)
  const { headings } = report
  const own = (key: SectionKey): Block[] => {
    const text = report.texts[key]
    return text
      ? [
          {
            kind: 'words',
            text,
            ...(report.textLanguage !== report.language && { language: report.textLanguage }),
          },
        ]
      : []
  }
  const section = (key: SectionKey, blocks: readonly Block[]): Block[] => [
    heading(headings[key]!),
    ...own(key),
    ...blocks,
  ]
  const page: Block[] = [
    ...section('problem', [
      ...list(report.problem.sentences.map(({ text }) => text)),
      ...(report.problem.chart
        ? [{ kind: 'chart', chart: report.problem.chart, height: 130, withTable: false } as const]
        : []),
    ]),
    ...section(
      'facts',
      list(
        report.facts.map(({ text, basis, season }) =>
          [`${text} (${basis})`, ...(season ? [season] : [])].join(' '),
        ),
      ),
    ),
    ...section('voices', voices(say, report)),
    ...section('health', [health(say, report)]),
    ...section('season', list(report.season.map(({ text }) => text))),
    ...section(
      'decisions',
      report.decisions.length > 0
        ? list(report.decisions.map((decision) => sayDecision(say, decision)))
        : [{ kind: 'words', text: say.t('decision.none') }],
    ),
    ...section('unknown', list(report.unknown.map(({ text }) => text))),
  ]
  return {
    language: report.language,
    title: report.title,
    lead: leadOf(say, report),
    page,
    annexTitle: headings['annex']!,
    annex: annexOf(say, report),
    words: { page: say.t('page'), baseline: say.t('column.baseline'), target: say.t('column.target') },
    at: at.toISOString(),
  }
}

function leadOf(say: Say, report: Report): string[] {
  const day = report.publishedAt?.slice(0, 10)
  return [
    report.period,
    day
      ? say.t('publishedOn', { day: say.day(day), name: report.publishedBy?.displayName ?? '–' })
      : say.t('drafted'),
    ...(report.note ? [say.t('corrected', { n: report.version, note: report.note })] : []),
  ]
}

const voices = (say: Say, report: Report): Block[] => {
  const shown = report.voices.filter(({ state }) => state === 'yes')
  return shown.length === 0
    ? [{ kind: 'words', text: say.t('voices.none') }]
    : shown.map(({ quote, author }) => ({
        kind: 'quote',
        text: say.t('quote', { text: quote }),
        by: author?.displayName ?? say.t('voices.anonymous'),
        language: report.textLanguage,
      }))
}

const health = (say: Say, report: Report): Block => ({
  kind: 'table',
  columns: ['figure', 'value', 'basis', 'previous'].map((key) => say.t(`column.${key}`)),
  rows: report.health.map(({ name, value, n, interval, previous, change }) => [
    name,
    value,
    [say.t('basis.n', { n: say.number(n, 0) }), interval].filter(Boolean).join(' · '),
    [previous ?? '–', change === 'unclear' ? null : say.t(`change.${change}`)].filter(Boolean).join(' · '),
  ]),
})

function annexOf(say: Say, report: Report): Block[] {
  const { headings, annex } = report
  return [
    { kind: 'words', text: say.t('annexNote'), look: 'muted' },
    ...annex.charts.map((chart): Block => ({ kind: 'chart', chart, height: 190, withTable: true })),
    ...(report.problem.chart
      ? [
          heading(report.problem.chart.title, 3),
          {
            kind: 'table' as const,
            columns: [report.problem.chart.columns.label, report.problem.chart.columns.value],
            rows: report.problem.chart.points.map(({ label, value }) => [
              label,
              value === null ? '–' : say.number(value, 2),
            ]),
          },
        ]
      : []),
    ...(annex.stories.length > 0
      ? [heading(headings['stories']!), ...annex.stories.flatMap((story) => storyBlocks(say, story))]
      : []),
    ...(annex.maturity
      ? [
          heading(headings['maturity']!),
          {
            kind: 'radar' as const,
            title: say.t('maturity.chart', { half: annex.maturity.half }),
            description: say.t('maturity.description'),
            axes: annex.maturity.levels.map(({ competency, level }) => ({
              label: say.t(`competency.${competency}`),
              level,
            })),
            columns: [say.t('column.competency'), say.t('column.level')] as const,
          },
        ]
      : []),
    ...(annex.releases.length > 0
      ? [
          heading(headings['releases']!),
          {
            kind: 'table' as const,
            columns: ['figure', 'cell', 'value', 'n'].map((key) => say.t(`column.${key}`)),
            rows: annex.releases.map(({ name, cell, value, n }) => [name, cell, value, n]),
          },
        ]
      : []),
    heading(headings['definitions']!),
    ...list(
      report.health.map(({ name, definition, window, benchmark }) =>
        [`${name}\u00a0: ${definition} (${window})`, benchmark].filter(Boolean).join(' '),
      ),
    ),
    ...(annex.published.length > 1
      ? [
          heading(headings['versions']!),
          ...list(
            annex.published.map(({ version, at, note }) =>
              [`${version}. ${say.day(at.slice(0, 10))}`, note].filter(Boolean).join(' — '),
            ),
          ),
        ]
      : []),
  ]
}

function storyBlocks(say: Say, story: Report['annex']['stories'][number]): Block[] {
  const names = story.people.map(({ member }) => member?.displayName ?? say.t('story.anonymous'))
  return [
    { kind: 'words', text: say.t(`cycle.${story.cycle}`), look: 'strong' },
    { kind: 'words', text: story.what, ...(story.language !== say.language && { language: story.language }) },
    ...list([
      ...(names.length > 0 ? [say.t('story.by', { names: say.list(names) })] : []),
      ...(story.hours !== null ? [say.t('story.hours', { n: say.number(story.hours) })] : []),
      ...(story.indicator ? [story.indicator] : []),
      ...(story.evidenceUrl ? [say.t('story.evidence', { url: story.evidenceUrl })] : []),
    ]),
  ]
}
