import { Image } from '@tiptap/extension-image'
import { Mention } from '@tiptap/extension-mention'
import { Markdown } from '@tiptap/markdown'
import { StarterKit } from '@tiptap/starter-kit'
import type { AnyExtension } from '@tiptap/react'
import type { MentionState } from './MentionList.tsx'
import type { MentionGroup } from '#modules/discussions/contract.ts'
import { suggestMentions, type Mentionable } from './suggest-people.ts'

interface Options {
  onMention: (state: MentionState | undefined) => void
  onMentionKey: (event: KeyboardEvent) => boolean
  /** Where one writes at this moment, for its groups. */
  communityId: () => string | null
  groupName: (group: MentionGroup) => string
}

const mentionPattern = /^\[@((?:\\.|[^\]\\])+)\]\((?:member:([0-9a-f-]{36})|(group:[a-z]{2,20}))\)/
const bare = (label: string) => label.replace(/\\(.)/g, '$1')

/** A person or a group in the text: `[@Name](member:id)`, `[@Name](group:name)`, the forms that the server understands. */
function mentionOf({ onMention, onMentionKey, communityId, groupName }: Options) {
  return Mention.extend({
    markdownTokenName: 'mention',
    markdownTokenizer: {
      name: 'mention',
      level: 'inline',
      start: (source: string) => source.indexOf('[@'),
      tokenize(source: string) {
        const found = mentionPattern.exec(source)
        return found
          ? {
              type: 'mention',
              raw: found[0],
              attributes: { label: bare(found[1] ?? ''), id: found[2] ?? found[3] },
            }
          : undefined
      },
    },
    parseMarkdown: (token) => ({ type: 'mention', attrs: { ...(token['attributes'] as object) } }),
    renderMarkdown(node) {
      const id = String(node.attrs?.['id'] ?? '')
      const label = String(node.attrs?.['label'] ?? '').replace(/[[\]\\]/g, '\\$&')
      return `[@${label}](${id.startsWith('group:') ? id : `member:${id}`})`
    },
  }).configure({
    HTMLAttributes: { class: 'mention' },
    suggestion: {
      char: '@',
      allowedPrefixes: [' ', '(', '«', '\u00A0', '\u202F'],
      items: ({ query }) => suggestMentions(query, communityId(), groupName),
      render: () => {
        const show = (props: {
          items: unknown[]
          query: string
          clientRect?: (() => DOMRect | null) | null
          command: (attrs: { id: string; label: string }) => void
        }) =>
          onMention({
            entries: props.items as Mentionable[],
            query: props.query,
            place: props.clientRect?.() ?? undefined,
            selected: 0,
            choose: ({ id, label }) => props.command({ id, label }),
          })
        return {
          onStart: show,
          onUpdate: show,
          onExit: () => onMention(undefined),
          onKeyDown: ({ event }) => {
            if (event.key === 'Escape') {
              onMention(undefined)
              event.stopPropagation()
              return true
            }
            return onMentionKey(event)
          },
        }
      },
    },
  })
}

/** Attachments are shown from their address and kept by their reference. */
const picture = Image.extend({
  renderHTML({ HTMLAttributes }) {
    const source = String(HTMLAttributes['src'] ?? '')
    return ['img', { ...HTMLAttributes, src: source.replace(/^attachment:/, '/api/v1/attachments/') }]
  },
})

export const extensionsOf = (options: Options): AnyExtension[] => [
  StarterKit.configure({
    underline: false,
    heading: { levels: [1, 2, 3] },
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', protocols: ['mailto', 'tel'] },
  }),
  picture,
  mentionOf(options),
  Markdown,
]

/** Empty paragraphs are written as a lone `&nbsp;`, which nobody typed. */
export const tidyMarkdown = (markdown: string): string =>
  markdown
    .replace(/^(?:&nbsp;|\u00A0)$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
