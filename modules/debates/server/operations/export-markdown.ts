import type { Argument, Proposal } from '#modules/debates/contract.ts'
import { wordsOfModule } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { findVideoBytes } from '#platform/video/queries.ts'
import { getDebate } from '../access.ts'
import { listAll } from '../queries/arguments.ts'
import { listProposals } from '../queries/proposals.ts'
import { hasEnded, viewDebate, viewerOf } from './shared.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The whole debate as Markdown, as this reader sees it; nothing of who supported or voted, no name that was not given. */
export async function exportDebate(
  ctx: MemberContext,
  debateId: string,
): Promise<{ name: string; text: string }> {
  const access = await getDebate(ctx, debateId)
  const debate = await viewDebate(ctx, debateId)
  const viewer = { ...viewerOf(ctx, access), moderates: false }
  const proposals: Proposal[] = []
  for (let after: string | null = null; ;) {
    const rows = await listProposals(ctx.tx, viewer, hasEnded(access), { debateId, after, limit: 200 })
    proposals.push(...rows.map(({ proposal }) => proposal))
    if (rows.length < 200) break
    after = rows.at(-1)!.id
  }
  const all = await listAll(ctx.tx, viewer, debateId)
  const w = await wordsOfModule('debates', ctx.actor.language)
  const word = (key: string): string => w(key) ?? key
  const nameless = word('export.nameless')
  const authors = ({ authors: named, nameless: count }: Argument): string =>
    [
      ...named.map(({ displayName }) => displayName),
      ...(count > 0 ? [`${nameless}${count > 1 ? ` × ${String(count)}` : ''}`] : []),
    ].join(', ')
  const lines = (proposalId: string | null): string[] =>
    (['for', 'against'] as const).flatMap((side) => {
      const of = all.filter((one) => one.proposalId === proposalId && one.side === side)
      return of.length === 0
        ? []
        : [
            '',
            `${proposalId ? '###' : '##'} ${word(`side.${side}`)}`,
            '',
            ...of.flatMap((one) => [
              `- **#${String(one.number)}** ${oneLine(one.text)} (${authors(one)}; +${String(one.supports)})`,
              ...one.sources.map(
                ({ title, url }) =>
                  `  - ${word('export.source')}: ${url ? `[${oneLine(title)}](${url})` : oneLine(title)}`,
              ),
            ]),
          ]
    })
  const { decision, noDecision, synthesis } = debate
  const { video } = debate.file
  const bytes = video && (await findVideoBytes(ctx.tx, video.id))
  const languages = new Intl.DisplayNames(ctx.actor.language, { type: 'language' })
  const list = video?.captions.map((one) => languages.of(one) ?? one).join(', ') || '…'
  const videoLines =
    video && bytes
      ? [
          '',
          `### ${word('video.title')}`,
          '',
          `\`${bytes.fileName.replaceAll('`', '')}\` (${word('video.has').replace('{list}', list)})`,
          ...(video.transcript ? ['', video.transcript] : []),
        ]
      : []
  const parts = [
    `# ${oneLine(debate.question)}`,
    '',
    `${debate.opensAt?.slice(0, 10) ?? '…'} – ${debate.closesAt.slice(0, 10)}`,
    ...(debate.file.bodyMd ? ['', `## ${word('file.title')}`, '', debate.file.bodyMd] : []),
    ...videoLines,
    ...(debate.rules ? ['', `## ${word('rules.title')}`, '', debate.rules] : []),
    ...(debate.form === 'question' ? lines(null) : []),
    ...proposals.flatMap((proposal) => [
      '',
      `## ${oneLine(proposal.title)}`,
      '',
      `*${proposal.author?.displayName ?? nameless}*`,
      '',
      proposal.bodyMd,
      ...(proposal.tally
        ? [
            '',
            `${word('vote.agree')}: ${String(proposal.tally.agree)} · ${word('vote.mixed')}: ${String(proposal.tally.mixed)} · ${word('vote.disagree')}: ${String(proposal.tally.disagree)}`,
          ]
        : []),
      ...(proposal.outcome
        ? ['', `**${word(`outcome.${proposal.outcome.outcome}`)}**: ${proposal.outcome.because}`]
        : []),
      ...lines(proposal.id),
    ]),
    ...(synthesis?.isPublished ? ['', `## ${word('synthesis.title')}`, '', synthesis.bodyMd] : []),
    ...(decision?.outcome
      ? [
          '',
          `## ${word('decision.title')}`,
          '',
          `**${word(`outcome.${decision.outcome}`)}** (${decision.decider.displayName}, ${decision.decidedOn ?? ''})`,
          '',
          decision.text ?? '',
          '',
          `${word('decision.because')} ${decision.because ?? ''}`,
        ]
      : noDecision
        ? ['', `## ${word('decision.none')}`, '', noDecision.reason]
        : []),
  ]
  return { name: oneLine(debate.question).slice(0, 80), text: `${parts.join('\n')}\n` }
}
