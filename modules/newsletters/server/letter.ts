import type { Block, QuotedItem, ReadBlock } from '#modules/newsletters/shapes.ts'
import type { Context } from '#platform/context.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { Tx } from '#platform/db/tx.ts'
import { findItems, itemOf, maySee } from './items.ts'
import type { Item, Sight } from './items.ts'

export interface PartRow {
  id: string
  editionId: string | null
  version: number
  blocks: Block[]
  leftOut: string[]
  seenVersion: number | null
  readyAt: Date | null
  changedAt: Date
}

export const listParts = (tx: Tx, issueId: string): Promise<PartRow[]> =>
  tx.rows(
    `select id, edition_id as "editionId", version, blocks, left_out as "leftOut", seen_version as "seenVersion",
            ready_at as "readyAt", changed_at as "changedAt"
       from newsletters.part where issue_id = $1 order by edition_id nulls first`,
    [issueId],
  )

export interface PictureRow {
  id: string
  blobId: string
  previewBlobId: string | null
  contentType: string
  size: number
  width: number | null
  height: number | null
}
export const listPictures = async (tx: Tx, ids: readonly string[]): Promise<Map<string, PictureRow>> =>
  ids.length === 0
    ? new Map()
    : new Map(
        (
          await tx.rows<PictureRow>(
            `select id, blob_id as "blobId", preview_blob_id as "previewBlobId", content_type as "contentType", size::int, width, height
               from newsletters.picture where id = any($1::uuid[])`,
            [ids],
          )
        ).map((row) => [row.id, row]),
      )

/** Everything an issue is made of, for whoever reads it: loaded once for a whole batch of readers. */
export interface Letter {
  parts: readonly PartRow[]
  items: ReadonlyMap<string, Item>
  pictures: ReadonlyMap<string, PictureRow>
}

export async function loadLetter(ctx: Context, issueId: string): Promise<Letter> {
  const parts = await listParts(ctx.tx, issueId)
  const blocks = parts.flatMap((part) => part.blocks)
  const items = await findItems(
    ctx,
    blocks.flatMap(({ item }) => item ?? []),
  )
  const pictures = await listPictures(
    ctx.tx,
    blocks.flatMap(({ pictureId }) => pictureId ?? []),
  )
  return { parts, items, pictures }
}

/** Communities whose rights decide what of a letter somebody reads. */
export const communitiesOf = (letter: Letter): string[] => [
  ...new Set([...letter.items.values()].map(({ communityId }) => communityId)),
]

interface Placed {
  block: Block
  isLocal: boolean
}

/** The blocks of one edition in their order: the common ones, and the local ones in their place. */
export function placeBlocks(letter: Letter, editionId: string | null): Placed[] {
  const common = letter.parts.find((part) => part.editionId === null)?.blocks ?? []
  const part = editionId ? letter.parts.find((one) => one.editionId === editionId) : undefined
  const local: Placed[] = (part?.blocks ?? []).map((block) => ({ block, isLocal: true }))
  const leftOut = new Set(part?.leftOut)
  const kept = common.filter(({ id, isOptional }) => !(isOptional && leftOut.has(id)))
  const hasPlace = kept.some(({ kind }) => kind === 'local')
  let isPlaced = false
  const placed = kept.flatMap((block): Placed[] => {
    if (block.kind !== 'local') return [{ block, isLocal: false }]
    if (isPlaced) return []
    isPlaced = true
    return local
  })
  return hasPlace ? placed : [...placed, ...local]
}

/** What somebody finds in a letter; a heading with nothing under it goes with what it announced. */
export function readBlocks(
  letter: Letter,
  options: {
    editionId: string | null
    language: 'fr' | 'en'
    /** Undefined: what everybody at work may read, for the wall. */
    sight: Sight | undefined
    onlyPrinted?: boolean
  },
): ReadBlock[] {
  const { language, sight } = options
  const shown = placeBlocks(letter, options.editionId).flatMap(({ block, isLocal }): ReadBlock[] => {
    if (options.onlyPrinted && block.kind !== 'heading' && !block.isPrinted) return []
    const text: LocalText = block.text ?? {}
    const base = {
      id: block.id,
      isLocal,
      isPrinted: block.isPrinted === true,
      language: pickLanguage(text, language),
      text: block.kind === 'text' ? '' : pickText(text, language),
      html: '',
      item: null,
      picture: null,
    }
    if (block.kind === 'item') {
      const item = itemOf(letter.items, block.item)
      if (!item || !(sight ? maySee(sight, item) : item.isOpen && !item.onlyMembers)) return []
      return [{ ...base, kind: 'item', item: quoted(item) }]
    }
    if (block.kind === 'text') {
      const words = pickText(text, language)
      return words.trim() ? [{ ...base, kind: 'text', html: renderMarkdown(words).html }] : []
    }
    if (block.kind === 'picture') {
      const picture = block.pictureId ? letter.pictures.get(block.pictureId) : undefined
      if (!picture) return []
      return [
        {
          ...base,
          kind: 'picture',
          picture: {
            url: `/api/v1/attachments/${picture.id}`,
            alt: pickText(block.alt ?? {}, language),
            width: picture.width,
            height: picture.height,
          },
        },
      ]
    }
    return block.kind === 'heading' && base.text ? [{ ...base, kind: 'heading' }] : []
  })
  return shown.filter(
    (block, index) =>
      block.kind !== 'heading' || (shown[index + 1] !== undefined && shown[index + 1]!.kind !== 'heading'),
  )
}

/** The card without what only decides. */
export const quoted = ({ communityId: _id, onlyMembers: _only, ...item }: Item): QuotedItem => ({
  kind: item.kind,
  id: item.id,
  title: item.title,
  excerpt: item.excerpt,
  language: item.language,
  path: item.path,
  at: item.at,
  community: item.community,
  isOpen: item.isOpen,
})

/** A newsletter's language that this reader gets. */
export const languageFor = (languages: readonly string[], wish: 'fr' | 'en'): 'fr' | 'en' =>
  languages.includes(wish) ? wish : languages[0] === 'en' ? 'en' : 'fr'
