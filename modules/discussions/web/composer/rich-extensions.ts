import { Image } from '@tiptap/extension-image'
import { Mention } from '@tiptap/extension-mention'
import { Markdown } from '@tiptap/markdown'
import { StarterKit } from '@tiptap/starter-kit'
import type { AnyExtension } from '@tiptap/react'
import type { MentionState } from './MentionList.tsx'
import { suggestPeople } from './suggest-people.ts'

interface Options {
  onMention: (state: MentionState | undefined) => void
  onMentionKey: (event: KeyboardEvent) => boolean
}

const mentionPattern = /^\[@((?:\\.|[^\]\\])+)\]\(member:([0-9a-f-]{36})\)/
const bare = (label: string) => label.replace(/\\(.)/g, '$1')

/** A person in the text: `[@Name](member:id)`, the form that the server understands. */
function mentionOf({ onMention, onMentionKey }: Options) {
  return Mention.extend({
    markdownTokenName: 'mention',
    markdownTokenizer: {
      name: 'mention',
      level: 'inline',
      start: (source: string) => source.indexOf('[@'),
      tokenize(source: string) {
        const found = mentionPattern.exec(source)
        return found
          ? { type: 'mention', raw: found[0], attributes: { label: bare(found[1] ?? ''), id: found[2] } }
          : undefined
      },
    },
    parseMarkdown: (token) => ({ type: 'mention', attrs: { ...(token['attributes'] as object) } }),
    renderMarkdown: (node) =>
      `[@${String(node.attrs?.['label'] ?? '').replace(/[[\]\\]/g, '\\$&')}](member:${String(node.attrs?.['id'] ?? '')})`,
  }).configure({
    HTMLAttributes: { class: 'mention' },
    suggestion: {
      char: '@',
      allowedPrefixes: [' ', '(', '«', '\u00A0', '\u202F'],
      items: ({ query }) => suggestPeople(query),
      render: () => {
        const show = (props: {
          items: unknown[]
          query: string
          clientRect?: (() => DOMRect | null) | null
          command: (attrs: { id: string; label: string }) => void
        }) =>
          onMention({
            people: props.items as MentionState['people'],
            query: props.query,
            place: props.clientRect?.() ?? undefined,
            selected: 0,
            choose: (person) => props.command({ id: person.id, label: person.displayName }),
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
