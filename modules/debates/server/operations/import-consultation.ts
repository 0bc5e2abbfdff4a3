import { createDormantMembers } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { readConsultationFile } from '../consultation/read-file.ts'
import type { ConsultationAuthor, ConsultationProposal, Counts, Remark } from '../consultation/read-file.ts'
import { insertDebate } from '../queries/debates.ts'
import {
  countStored,
  findImportedDebate,
  insertImportedAuthors,
  listImportedAuthors,
  setImportedPeriod,
  upsertArguments,
  upsertProposal,
} from '../queries/imports.ts'

export interface ImportedFile {
  file: string
  title: string
  declared: Counts
  stored: Counts
  isNew: boolean
  newArguments: number
  newAuthors: number
}
export interface ImportResult {
  debateId: string
  isNew: boolean
  files: ImportedFile[]
  remarks: Remark[]
}

/** Runs one batch in its own transaction. */
export type InBatch = <R>(work: (ctx: Context) => Promise<R>) => Promise<R>

/**
 * Brings the proposals of a public consultation, one a file, into one debate of a community. Authors become members
 * who cannot sign in; votes and supports are brought as the counts that the source gives, without voters. May be run
 * again: what is there is brought up to date, nothing is doubled.
 */
export async function importConsultation(
  inBatch: InBatch,
  input: {
    communityId: string
    source: string
    question: string
    /** Brings what the source took away from its readers too. */
    withTrashed?: boolean
    files: AsyncIterable<{ name: string; text: string }>
  },
): Promise<ImportResult> {
  const remarks: Remark[] = []
  const files: ImportedFile[] = []
  const { debateId, isNew } = await inBatch(async (ctx) => {
    const found = await findImportedDebate(ctx.tx, input.communityId, input.source)
    if (found) return { debateId: found, isNew: false }
    const id = newId(ctx.now.getTime())
    await insertDebate(ctx.tx, {
      id,
      communityId: input.communityId,
      question: input.question,
      language: 'fr',
      form: 'proposals',
      fileMd: '',
      fileHtml: '',
      articles: [],
      rules: '',
      mayBeNameless: false,
      showVotes: 'atEnd',
      opensAt: null,
      openedAt: ctx.now,
      closesAt: new Date(0),
      by: null,
      now: ctx.now,
      source: input.source,
    })
    return { debateId: id, isNew: true }
  })
  let from: Date | undefined
  let to: Date | undefined
  for await (const { name, text } of input.files) {
    const read = readConsultationFile(name, text, { withTrashed: input.withTrashed ?? false })
    remarks.push(...read.remarks)
    const { proposal } = read
    if (!proposal) continue
    files.push(await inBatch((ctx) => importProposal(ctx, debateId, name, proposal)))
    for (const { at } of [proposal, ...proposal.arguments]) {
      if (!from || at < from) from = at
      if (!to || at > to) to = at
    }
  }
  if (from && to)
    await inBatch((ctx) => setImportedPeriod(ctx.tx, debateId, from, new Date(to.getTime() + 1000), ctx.now))
  return { debateId, isNew, files, remarks }
}

async function importProposal(
  ctx: Context,
  debateId: string,
  file: string,
  proposal: ConsultationProposal,
): Promise<ImportedFile> {
  const { members, added } = await keepAuthors(ctx, debateId, proposal)
  const memberOf = (author: ConsultationAuthor | null): string | null =>
    author ? (members.get(author.key) ?? null) : null
  const { id, isNew } = await upsertProposal(ctx.tx, {
    ...proposal,
    id: newId(proposal.at.getTime()),
    debateId,
    authorId: memberOf(proposal.author),
    bodyHtml: renderMarkdown(proposal.bodyMd).html,
  })
  const newArguments = await upsertArguments(
    ctx.tx,
    debateId,
    id,
    proposal.arguments
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ author, ...argument }) => ({
        ...argument,
        id: newId(argument.at.getTime()),
        authorId: memberOf(author),
      })),
  )
  return {
    file,
    title: proposal.title,
    declared: proposal.declared,
    stored: await countStored(ctx.tx, id),
    isNew,
    newArguments,
    newAuthors: added,
  }
}

async function keepAuthors(ctx: Context, debateId: string, proposal: ConsultationProposal) {
  const wanted = new Map<string, { name: string; at: Date }>()
  for (const { author, at } of [proposal, ...proposal.arguments])
    if (author) {
      const known = wanted.get(author.key)
      if (!known || at < known.at) wanted.set(author.key, { name: author.name, at })
    }
  const members = new Map(
    (await listImportedAuthors(ctx.tx, debateId, [...wanted.keys()])).map(({ key, memberId }) => [
      key,
      memberId,
    ]),
  )
  const missing = [...wanted].filter(([key]) => !members.has(key))
  if (missing.length > 0) {
    const ids = await createDormantMembers(
      ctx,
      missing.map(([, { name, at }]) => ({ displayName: name, createdAt: at })),
    )
    const rows = missing.map(([key], index) => ({ key, memberId: ids[index]! }))
    await insertImportedAuthors(ctx.tx, debateId, rows)
    for (const { key, memberId } of rows) members.set(key, memberId)
  }
  return { members, added: missing.length }
}
