import type { PageDetail } from '#modules/knowledge/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { listReadableFiles, viewPage } from '../shared.ts'

const words = {
  fr: {
    community: 'Communauté\u00a0:',
    authors: 'Auteurs\u00a0:',
    owner: 'Répond de cette fiche\u00a0:',
    changed: 'Version',
    reviewOn: 'À revoir le\u00a0:',
    tags: 'Étiquettes\u00a0:',
    toReview: 'La date de révision de cette fiche est passée.',
    obsolete: 'Fiche retirée\u00a0: elle n’est plus à jour.',
    replacedBy: 'Remplacée par\u00a0:',
    sources: 'Conversations d’origine',
    files: 'Pièces jointes',
    untitled: 'Conversation',
    page: 'Page',
    picture: 'Image sans description',
    of: 'du',
  },
  en: {
    community: 'Community:',
    authors: 'Authors:',
    owner: 'Answers for this page:',
    changed: 'Version',
    reviewOn: 'To be reviewed on:',
    tags: 'Tags:',
    toReview: 'The review date of this page has passed.',
    obsolete: 'Withdrawn page: it is no longer up to date.',
    replacedBy: 'Replaced by:',
    sources: 'Original conversations',
    files: 'Attachments',
    untitled: 'Conversation',
    page: 'Page',
    picture: 'Picture without description',
    of: 'of',
  },
} as const

/** A file name made of a title: no path, no control or direction characters, at most 80 letters. */
export function fileNameOf(title: string, ending: string): string {
  const bare = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\<>:"|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  return `${
    Array.from(bare)
      .slice(0, 80)
      .join('')
      .trim()
      .replace(/[. ]+$/, '') || 'page'
  }.${ending}`
}

export interface ExportedFile {
  bytes: Buffer
  fileName: string
  contentType: string
}

/** JSON strings are YAML strings: quotes, line ends and signs of a title stay what they are. */
const yaml = (value: string): string => JSON.stringify(value)

const paths = { member: '/people/', post: '/posts/', attachment: '/api/v1/attachments/' } as const
/** Own references become addresses, so that the file is of use outside. */
const withAddresses = (md: string, publicUrl: string): string =>
  md.replace(
    /\]\((member|post|attachment):([0-9a-f-]{36})/g,
    (_, kind: keyof typeof paths, id: string) => `](${publicUrl}${paths[kind]}${id}`,
  )

/** The page as Markdown with front matter; what it lists is what this reader may see. */
export async function exportMarkdown(
  ctx: MemberContext,
  services: Services,
  pageId: string,
): Promise<ExportedFile> {
  const page = await viewPage(ctx, pageId)
  const { publicUrl } = services.config
  const list = (name: string, items: readonly string[]): string[] =>
    items.length > 0 ? [`${name}:`, ...items.map((item) => `  - ${item}`)] : []
  const front = [
    `title: ${yaml(page.title)}`,
    `language: ${page.language}`,
    `community: ${yaml(pickText(page.community.name, page.language))}`,
    `address: ${yaml(`${publicUrl}/pages/${page.id}`)}`,
    `status: ${page.status}`,
    ...(page.withdrawal ? [`withdrawn: ${yaml(page.withdrawal.reason)}`] : []),
    `version: ${page.version}`,
    `changed: ${page.changedAt}`,
    `review: ${page.reviewOn}`,
    ...(page.owner ? [`owner: ${yaml(page.owner.displayName)}`] : []),
    ...list(
      'authors',
      page.authors.map(({ member }) => yaml(member.displayName)),
    ),
    ...list('tags', page.tags.map(yaml)),
    ...list(
      'sources',
      page.sources.map(({ postId }) => yaml(`${publicUrl}/posts/${postId}`)),
    ),
    ...list(
      'attachments',
      page.attachments.map(
        (file) =>
          `{ name: ${yaml(file.fileName)}, address: ${yaml(publicUrl + file.url)}, bytes: ${file.size} }`,
      ),
    ),
  ]
  const text = `---\n${front.join('\n')}\n---\n\n# ${page.title.replace(/([\\`*_[\]<>#])/g, '\\$1')}\n\n${withAddresses(page.bodyMd, publicUrl)}\n`
  return {
    bytes: Buffer.from(text),
    fileName: fileNameOf(page.title, 'md'),
    contentType: 'text/markdown; charset=utf-8',
  }
}

const mostPictures = 20
const mostBytes = 20 * 1024 * 1024

/** Bytes of the pictures of a text that this reader may load, within limits: the rest is left as words. */
async function picturesOf(ctx: MemberContext, blobs: BlobStore, page: PageDetail) {
  const images: Record<string, { bytes: Uint8Array; alt: string }> = {}
  const { attachments: ids } = renderMarkdown(page.bodyMd)
  let total = 0
  for (const file of await listReadableFiles(ctx, ids.slice(0, mostPictures))) {
    if (!file.isImage) continue
    const stored = await blobs.get(file.blobId)
    if (!stored) continue
    total += stored.size
    if (total > mostBytes) {
      stored.stream.destroy()
      break
    }
    const alt = page.attachments.find(({ id }) => id === file.id)?.alt ?? ''
    images[file.id] = { bytes: Buffer.concat(await stored.stream.toArray()), alt }
  }
  return images
}

/** The page as an accessible PDF in its own language. Refusals: `pageNotFound`, `unavailable`, `pdfFailed`. */
export async function exportPdf(
  ctx: MemberContext,
  services: Services,
  pageId: string,
): Promise<ExportedFile> {
  const page = await viewPage(ctx, pageId)
  const w = words[page.language]
  const { publicUrl } = services.config
  const day = (at: string) =>
    new Intl.DateTimeFormat(page.language === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(at))
  const notices = [
    page.status === 'toReview' ? w.toReview : '',
    page.withdrawal ? `${w.obsolete} ${page.withdrawal.reason}` : '',
    page.withdrawal?.replacedBy ? `${w.replacedBy} ${page.withdrawal.replacedBy.title}` : '',
  ].filter(Boolean)
  const bytes = await makePdf({
    language: page.language,
    title: page.title,
    bodyMd: page.bodyMd,
    facts: [
      { label: w.community, value: pickText(page.community.name, page.language) },
      { label: w.authors, value: page.authors.map(({ member }) => member.displayName).join(', ') },
      ...(page.owner ? [{ label: w.owner, value: page.owner.displayName }] : []),
      { label: `${w.changed} ${page.version}`, value: `${w.of} ${day(page.changedAt)}` },
      ...(page.withdrawal ? [] : [{ label: w.reviewOn, value: day(page.reviewOn) }]),
      ...(page.tags.length > 0 ? [{ label: w.tags, value: page.tags.join(', ') }] : []),
    ],
    notice: notices.length > 0 ? notices.join(' ') : null,
    lists: [
      {
        heading: w.sources,
        items: page.sources.map(({ postId, title, excerpt }) => ({
          text: title ?? (excerpt || w.untitled),
          link: `${publicUrl}/posts/${postId}`,
        })),
      },
      {
        heading: w.files,
        items: page.attachments
          .filter(({ id }) => !page.bodyMd.includes(id))
          .map((file) => ({ text: file.fileName, link: publicUrl + file.url })),
      },
    ].filter(({ items }) => items.length > 0),
    images: await picturesOf(ctx, services.blobs, page),
    publicUrl,
    words: { page: w.page, picture: w.picture },
    at: ctx.now.toISOString(),
  })
  return { bytes, fileName: fileNameOf(page.title, 'pdf'), contentType: 'application/pdf' }
}
