import './composer.css'
import {
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type ComponentType,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { useT } from '../t.ts'
import { continueLine, toggleMark, type Mark } from '../text/markdown-marks.ts'
import { editorChoice, hasMarks, rememberEditor } from '../text/preference.ts'
import { MarkBar } from './MarkBar.tsx'
import type { RichEditorProps } from './RichEditor.tsx'

// Without a network the editor's code cannot come: writing then goes on in Markdown.
const loadRich = () => import('./RichEditor.tsx').catch(() => ({ default: Unreached }))
const RichEditor = lazy<ComponentType<RichEditorProps & { onUnreached: () => void }>>(loadRich)

function Unreached({ onUnreached }: { onUnreached: () => void }) {
  // Outside system: the network.
  useEffect(onUnreached, [onUnreached])
  return null
}

export interface TextEditorProps {
  label: string
  placeholder?: string | undefined
  value: string
  onChange: (markdown: string) => void
  /** Ctrl or ⌘ + Enter. */
  onSubmit: () => void
  onEscape?: (() => void) | undefined
  onFocus?: (() => void) | undefined
  onFiles: (files: File[]) => void
  /** Lines before it grows. */
  rows?: number | undefined
  /** Formatting and attachments are shown once the person is writing. */
  showTools: boolean
  autoFocus?: boolean | undefined
  isInvalid?: boolean | undefined
  describedBy?: string | undefined
  language?: string | undefined
  /** Where one writes: an @ may name its groups too. */
  communityId?: string | null | undefined
  /** The attachments of what is written, between the text and its tools. */
  children?: ReactNode
  ref?: Ref<HTMLTextAreaElement> | undefined
}

const isSubmit = (event: { key: string; ctrlKey: boolean; metaKey: boolean }) =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey)

/**
 * A plain text area that becomes a rich editor when formatting is asked for: a button, an @, or the choice
 * made last time. What is kept is Markdown in every case.
 */
export function TextEditor({
  value,
  onChange,
  onSubmit,
  onEscape,
  onFocus,
  onFiles,
  showTools,
  children,
  ref,
  ...props
}: TextEditorProps) {
  const t = useT()
  const [mode, setMode] = useState(() => {
    const choice = editorChoice()
    return choice === 'simple' && hasMarks(value) ? 'rich' : choice
  })
  // A remembered taste for rich text waits for the focus: a page that is only read loads no editor.
  const [isWanted, setWanted] = useState(mode === 'rich' && hasMarks(value))
  const [first, setFirst] = useState<{ mark: Mark; isRange: boolean } | undefined>()
  const [isOver, setOver] = useState(false)
  const own = useRef<HTMLTextAreaElement>(null)
  const shown = useRef<HTMLTextAreaElement>(null)
  const selected = useRef<[number, number] | null>(null)
  const isRich = mode === 'rich' && isWanted

  const goRich = (mark?: Mark) => {
    const area = own.current
    setFirst(mark && { mark, isRange: area !== null && area.selectionStart !== area.selectionEnd })
    rememberEditor('rich')
    setMode('rich')
    setWanted(true)
  }
  const [stayPlain] = useState(() => () => setMode('markdown'))
  const goMarkdown = () => {
    rememberEditor('markdown')
    setMode('markdown')
  }
  const mark = (name: Mark) => {
    if (mode !== 'markdown') return goRich(name)
    const area = own.current
    if (!area) return
    const next = toggleMark(name, { text: value, start: area.selectionStart, end: area.selectionEnd })
    onChange(next.text)
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(next.start, next.end)
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (isSubmit(event)) {
      event.preventDefault()
      return onSubmit()
    }
    if (event.key === 'Escape') return onEscape?.()
    const area = event.currentTarget
    const sign =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey ? event.key.toLowerCase() : ''
    if (sign === 'b' || sign === 'i') {
      event.preventDefault()
      return mark(sign === 'b' ? 'bold' : 'italic')
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      const next = continueLine({ text: value, start: area.selectionStart, end: area.selectionEnd })
      if (!next) return
      event.preventDefault()
      onChange(next.text)
      requestAnimationFrame(() => area.setSelectionRange(next.start, next.end))
    }
  }
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer | null) => {
    const files = [...(data?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  }
  const drag = {
    onDragOver: (event: DragEvent) => {
      if (![...event.dataTransfer.types].includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      take(event, event.dataTransfer)
    },
  }
  const plain = (
    <>
      <textarea
        ref={(area) => {
          own.current = area
          if (area && area !== shown.current) {
            shown.current = area
            // While the rich editor loads, another text area stands in: the cursor goes on where it was.
            if (isRich && selected.current) {
              const at = selected.current
              area.focus({ preventScroll: true })
              area.setSelectionRange(...at)
            }
          }
          if (typeof ref === 'function') ref(area)
          else if (ref) ref.current = area
        }}
        className="writing-area"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid || undefined}
        placeholder={props.placeholder}
        rows={props.rows ?? 3}
        value={value}
        lang={props.language}
        // The person asked for this by opening a reply or the page where one writes.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.autoFocus}
        onFocus={() => {
          onFocus?.()
          if (mode === 'rich') setWanted(true)
          else if (mode === 'simple') void loadRich()
        }}
        onChange={(event) => {
          const text = event.target.value
          selected.current = [event.target.selectionStart, event.target.selectionEnd]
          onChange(text)
          // An @ at the beginning of a word names somebody: the rich editor has the list of people.
          if (mode === 'simple' && /(?:^|\s)@$/.test(text.slice(0, event.target.selectionStart))) {
            setMode('rich')
            setWanted(true)
          }
        }}
        onSelect={(event) => {
          selected.current = [event.currentTarget.selectionStart, event.currentTarget.selectionEnd]
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => take(event, event.clipboardData)}
      />
      {children}
      {showTools && (
        <MarkBar
          onMark={mark}
          onFiles={onFiles}
          isRich={false}
          onSwitch={mode === 'markdown' ? () => goRich() : goMarkdown}
        />
      )}
    </>
  )
  return (
    <div className="writing" data-over={isOver || undefined} {...drag}>
      {isOver && <p className="writing-drop">{t('composer.dropHere')}</p>}
      {isRich ? (
        <Suspense fallback={plain}>
          <RichEditor
            label={props.label}
            placeholder={props.placeholder}
            value={value}
            onChange={onChange}
            onSubmit={onSubmit}
            onEscape={onEscape}
            onFocus={onFocus}
            onFiles={onFiles}
            language={props.language}
            describedBy={props.describedBy}
            communityId={props.communityId}
            first={first}
            selectionRef={selected}
            rows={props.rows ?? 3}
            showTools={showTools}
            onSwitch={goMarkdown}
            onUnreached={stayPlain}
          >
            {children}
          </RichEditor>
        </Suspense>
      ) : (
        plain
      )}
    </div>
  )
}
