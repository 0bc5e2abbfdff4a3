import { Bold, Camera, Code, Italic, Link2, List, ListOrdered, Paperclip, Quote, Type } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useT } from '../t.ts'
import type { Mark } from '../text/markdown-marks.ts'

interface Props {
  onMark: (mark: Mark) => void
  onFiles: (files: File[]) => void
  /** Marks that stand where the cursor is (rich text only). */
  active?: ReadonlySet<Mark> | undefined
  isRich: boolean
  /** To Markdown as it is, and back. */
  onSwitch: () => void
}

const marks: { mark: Mark; icon: ReactNode; wide?: boolean }[] = [
  { mark: 'bold', icon: <Bold aria-hidden /> },
  { mark: 'italic', icon: <Italic aria-hidden /> },
  { mark: 'list', icon: <List aria-hidden /> },
  { mark: 'numbers', icon: <ListOrdered aria-hidden />, wide: true },
  { mark: 'link', icon: <Link2 aria-hidden /> },
  { mark: 'quote', icon: <Quote aria-hidden />, wide: true },
  { mark: 'code', icon: <Code aria-hidden />, wide: true },
]

// A camera is at hand where fingers are.
const hasFingers = typeof window !== 'undefined' && window.matchMedia('(pointer: coarse)').matches

/** Formatting, files, and how to write. One stop of the Tab key; arrows move inside. */
export function MarkBar({ onMark, onFiles, active, isRich, onSwitch }: Props) {
  const t = useT()
  return (
    <Toolbar className="mark-bar" aria-label={t('composer.format')}>
      {marks.map(({ mark, icon, wide }) => (
        <ToggleButton
          key={mark}
          className={`mark-button${wide ? ' mark-wide' : ''}`}
          aria-label={t(`composer.marks.${mark}`)}
          isSelected={active?.has(mark) ?? false}
          // The selection in the text must survive the press.
          preventFocusOnPress
          onChange={() => onMark(mark)}
        >
          {icon}
        </ToggleButton>
      ))}
      <FileTrigger
        allowsMultiple
        onSelect={(list) => {
          if (list) onFiles([...list])
        }}
      >
        <Button className="mark-button" aria-label={t('composer.attach')}>
          <Paperclip aria-hidden />
        </Button>
      </FileTrigger>
      {hasFingers && (
        <FileTrigger
          acceptedFileTypes={['image/*']}
          defaultCamera="environment"
          onSelect={(list) => {
            if (list) onFiles([...list])
          }}
        >
          <Button className="mark-button" aria-label={t('composer.camera')}>
            <Camera aria-hidden />
          </Button>
        </FileTrigger>
      )}
      <Button className="mark-button mark-switch" onPress={onSwitch}>
        <Type aria-hidden />
        <span>{isRich ? t('composer.toMarkdown') : t('composer.toRich')}</span>
      </Button>
    </Toolbar>
  )
}
