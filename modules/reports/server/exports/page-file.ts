/** A file name made of a title: letters, digits and hyphens only, so that no system reads a path in it. */
export const safeName = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'page'

/** JSON strings are YAML strings: quotes, line ends and signs of a title stay what they are. */
const yaml = (value: unknown): string => JSON.stringify(String(value))
const paths = { member: '/people/', post: '/posts/', attachment: '/api/v1/attachments/' } as const

/** A page as Markdown with front matter; own references become addresses, so that the file is of use outside. */
export function markdownPage(page: Record<string, unknown>, publicUrl: string): string {
  const list = (name: string, items: unknown): string[] =>
    Array.isArray(items) && items.length > 0 ? [`${name}:`, ...items.map((item) => `  - ${yaml(item)}`)] : []
  const front = [
    `title: ${yaml(page['title'])}`,
    `language: ${String(page['language'])}`,
    `address: ${yaml(`${publicUrl}/pages/${String(page['id'])}`)}`,
    `version: ${Number(page['version'])}`,
    `changed: ${(page['changedAt'] as Date).toISOString()}`,
    `review: ${String(page['reviewOn'])}`,
    ...(page['isWithdrawn'] ? ['withdrawn: true'] : []),
    ...list('authors', page['authors']),
    ...list('tags', page['tags']),
  ]
  const text = String(page['text']).replace(
    /\]\((member|post|attachment):([0-9a-f-]{36})/g,
    (_, kind: keyof typeof paths, id: string) => `](${publicUrl}${paths[kind]}${id}`,
  )
  const title = String(page['title']).replace(/([\\`*_[\]<>#])/g, '\\$1')
  return `---\n${front.join('\n')}\n---\n\n# ${title}\n\n${text}\n`
}
