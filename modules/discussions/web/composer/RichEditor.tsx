import './rich-editor.css'
import { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import type { MentionGroup } from '#modules/discussions/contract.ts'
import { useT } from '../t.ts'
import { keepLineBreaks } from '../text/line-breaks.ts'
import type { Mark } from '../text/markdown-marks.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { MarkBar } from './MarkBar.tsx'
import { MentionList, type MentionState } from './MentionList.tsx'
import { extensionsOf, tidyMarkdown } from './rich-extensions.ts'

export interface RichEditorProps {
  label: string
  placeholder?: string | undefined
  value: string
  onChange: (markdown: string) => void
  onSubmit: () => void
  onEscape?: (() => void) | undefined
  onFocus?: (() => void) | undefined
  onFiles: (files: File[]) => void
  language?: string | undefined
  describedBy?: string | undefined
  communityId?: string | null | undefined
  /** What was last selected in the plain text. */
  selectionRef: RefObject<[number, number] | null>
  /** The formatting that was asked for, and whether words were selected. */
  first?: { mark: Mark; isRange: boolean } | undefined
  rows: number
  showTools: boolean
  onSwitch: () => void
  children?: ReactNode
}

const names: Record<Exclude<Mark, 'link'>, string> = {
  bold: 'bold',
  italic: 'italic',
  code: 'code',
  list: 'bulletList',
  numbers: 'orderedList',
  quote: 'blockquote',
}

function applyMark(editor: Editor, mark: Exclude<Mark, 'link'>): void {
  const chain = editor.chain().focus()
  if (mark === 'bold') chain.toggleBold().run()
  else if (mark === 'italic') chain.toggleItalic().run()
  else if (mark === 'code') chain.toggleCode().run()
  else if (mark === 'list') chain.toggleBulletList().run()
  else if (mark === 'numbers') chain.toggleOrderedList().run()
  else chain.toggleBlockquote().run()
}

/** The rich editor, a chunk of its own. Markdown comes in and goes out; nothing else is kept. */
export default function RichEditor({
  value,
  onChange,
  onFiles,
  showTools,
  onSwitch,
  children,
  ...props
}: RichEditorProps) {
  const t = useT()
  const listId = useId()
  const [mention, setMention] = useState<MentionState | undefined>()
  const [link, setLink] = useState<{ href: string; hasText: boolean } | undefined>(
    props.first?.mark === 'link' ? { href: '', hasText: props.first.isRange } : undefined,
  )
  const mentionKeys = useRef<(event: KeyboardEvent) => boolean>(null)
  const onMentionKey = useEffectEvent((event: KeyboardEvent) => mentionKeys.current?.(event) ?? false)
  const communityId = useEffectEvent(() => props.communityId ?? null)
  const groupName = useEffectEvent((group: MentionGroup) => t(`groups.${group}`))
  const sent = useRef(value)
  const submit = useEffectEvent(props.onSubmit)
  const escape = useEffectEvent(() => props.onEscape?.())
  const takeFiles = useEffectEvent(onFiles)
  const changed = useEffectEvent(onChange)
  const focused = useEffectEvent(() => props.onFocus?.())
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)

  /** The cursor goes on where it stood in the plain text, and what was asked for is done. */
  const begin = useEffectEvent((current: Editor) => {
    const [from, to] = props.selectionRef.current ?? [value.length, value.length]
    // At once: the library's own command waits for the next frame, and keys typed until then would be lost. Before
    // the selection, because the browser puts the cursor at the start of what receives the focus.
    // Whoever has begun another field meanwhile, such as a title, writes on there.
    const busy = document.activeElement
    const isElsewhere =
      busy?.matches('input, textarea, select') && !host.current?.closest('.writing')?.contains(busy)
    if (!isElsewhere) current.view.dom.focus({ preventScroll: true })
    const end = current.state.doc.content.size - 1
    // An end of paragraph is two characters here and there, a new line one: only the first opening differs.
    const at = (offset: number) => Math.max(1, Math.min(end, offset + 1))
    current.commands.setTextSelection(
      from === to && to >= value.length ? end : { from: at(from), to: at(to) },
    )
    if (props.first && props.first.mark !== 'link') applyMark(current, props.first.mark)
  })
  // Outside system: the editor, which makes its own document. Before the screen is painted, so that no key is
  // lost between the text area and it; by hand, because the library's own hook gives up on slow devices.
  useLayoutEffect(() => {
    if (!host.current) return
    const made = new Editor({
      element: host.current,
      extensions: extensionsOf({
        onMention: setMention,
        onMentionKey,
        communityId,
        groupName,
      }),
      // Enter was a new line in the plain text; it stays one.
      content: keepLineBreaks(value),
      contentType: 'markdown',
      editorProps: {
        attributes: {
          class: 'writing-area writing-rich prose',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': props.label,
          'data-placeholder': props.placeholder ?? '',
          ...(props.describedBy && { 'aria-describedby': props.describedBy }),
          ...(props.language && { lang: props.language }),
          style: `min-height:${props.rows * 1.6 + 1.25}em`,
        },
        handleKeyDown(_, event) {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            submit()
            return true
          }
          if (event.key === 'Escape') escape()
          return false
        },
        handlePaste: (_, event) => caught(event.clipboardData, takeFiles),
        handleDrop: (_, event) => caught(event.dataTransfer, takeFiles),
      },
      onUpdate({ editor: current }) {
        const markdown = tidyMarkdown(current.getMarkdown())
        sent.current = markdown
        changed(markdown)
      },
      onFocus: () => focused(),
    })
    // oxlint-disable-next-line react/set-state-in-effect -- the editor exists only once the page does
    setEditor(made)
    begin(made)
    return () => made.destroy()
    // oxlint-disable-next-line react/exhaustive-deps -- made once; what changes goes through effect events
  }, [])
  // Outside system: the editor's own document, when the text changes from elsewhere (sent, thrown away, restored).
  useEffect(() => {
    if (!editor || editor.isDestroyed || value === sent.current) return
    sent.current = value
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false })
  }, [editor, value])
  // Outside system: the editor's element, which must name the open list of people.
  useEffect(() => {
    const element = host.current?.querySelector('[role=textbox]')
    if (!element) return
    for (const [name, set] of Object.entries({
      'aria-controls': listId,
      'aria-activedescendant': `${listId}-${mention?.selected ?? 0}`,
    }))
      if (mention) element.setAttribute(name, set)
      else element.removeAttribute(name)
  }, [mention, listId])

  const active = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      current === null
        ? ''
        : [
            ...Object.entries(names)
              .filter(([, name]) => current.isActive(name))
              .map(([mark]) => mark),
            ...(current.isActive('link') ? ['link'] : []),
          ].join(),
  })
  const mark = (name: Mark) => {
    if (!editor) return
    if (name !== 'link') return applyMark(editor, name)
    setLink({
      href: String(editor.getAttributes('link')['href'] ?? ''),
      hasText: !editor.state.selection.empty || editor.isActive('link'),
    })
  }
  return (
    <>
      <div ref={host} />
      {children}
      {showTools && (
        <MarkBar
          isRich
          onMark={mark}
          onFiles={onFiles}
          active={new Set((active ?? '').split(',') as Mark[])}
          onSwitch={onSwitch}
        />
      )}
      {mention && (
        <MentionList
          id={listId}
          label={t('composer.people')}
          state={mention}
          onState={setMention}
          keysRef={mentionKeys}
        />
      )}
      {link && (
        <LinkDialog
          href={link.href}
          needsText={!link.hasText}
          onClose={() => setLink(undefined)}
          onDone={(href, text) => {
            setLink(undefined)
            if (!editor) return
            const chain = editor.chain().focus()
            if (!href) chain.extendMarkRange('link').unsetLink().run()
            else if (text)
              chain
                .insertContent([
                  { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] },
                  { type: 'text', text: ' ' },
                ])
                .run()
            else chain.extendMarkRange('link').setLink({ href }).run()
          }}
        />
      )}
    </>
  )
}

function caught(data: DataTransfer | null, take: (files: File[]) => void): boolean {
  const files = [...(data?.files ?? [])]
  if (files.length === 0) return false
  take(files)
  return true
}
