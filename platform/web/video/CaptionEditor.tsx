import { X } from 'lucide-react'
import { useState } from 'react'
import { checkCues, readTime, readWebVtt, writeTime } from '#platform/shared/webvtt.ts'
import type { CaptionProblem, Cue } from '#platform/shared/webvtt.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { VideoAct, VideoWords } from './words.ts'

interface Line {
  from: string
  to: string
  text: string
}
const shortTime = (seconds: number): string =>
  writeTime(seconds)
    .replace(/^00:0?/, '')
    .replace(/\.?0+$/, '')
const lineOf = ({ start, end, text }: Cue): Line => ({ from: shortTime(start), to: shortTime(end), text })
const nextLine = (lines: readonly Line[]): Line => {
  const at = readTime(lines.at(-1)?.to ?? '0') ?? 0
  return { from: shortTime(at), to: shortTime(at + 4), text: '' }
}
const offered = ['fr', 'en', 'de', 'es', 'it', 'pt', 'pl', 'nl'] as const

/** Captions typed line by line, or loaded from a WebVTT file and mended here; what is kept is WebVTT. */
export function CaptionEditor({
  words,
  save,
}: {
  words: unknown
  save: VideoAct<{ language: string; cues: Cue[] }>
}) {
  const t = words as VideoWords
  const { language: mine } = useLanguage()
  const [language, setLanguage] = useState<string>(mine)
  const [lines, setLines] = useState<readonly Line[]>([nextLine([])])
  const [problem, setProblem] = useState<{ problem: CaptionProblem; cue: number }>()
  const names = new Intl.DisplayNames(mine, { type: 'language' })
  const set = (index: number, change: Partial<Line>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...change } : line)))
  const submit = () => {
    const cues = lines
      .filter(({ text }, index) => text.trim() !== '' || index < lines.length - 1)
      .map(({ from, to, text }) => ({
        start: readTime(from) ?? -1,
        end: readTime(to) ?? -1,
        text: text.trim(),
      }))
    const found = checkCues(cues)
    setProblem(found)
    if (!found) save.run({ language, cues })
  }
  const load = async (file: File) => {
    const read = readWebVtt(await file.text())
    if ('problem' in read) return setProblem(read)
    setProblem(undefined)
    setLines(read.cues.map(lineOf))
  }
  return (
    <fieldset className="card grid gap-4">
      <legend className="sr-only">{t('video.captions')}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('video.language')}
          options={offered.map((id) => ({ id, label: names.of(id) ?? id }))}
          value={language}
          onChange={setLanguage}
        />
        <FileButton size="small" accept={['.vtt', 'text/vtt']} onFiles={([file]) => file && void load(file)}>
          {t('video.file')}
        </FileButton>
      </div>
      <p className="text-sm text-muted">{t('video.timeHint')}</p>
      {lines.map((line, index) => (
        <div
          key={index}
          role="group"
          aria-label={t('video.line', { n: String(index + 1) })}
          className="grid grid-cols-[5rem_5rem_1fr] items-end gap-2"
        >
          <TextField
            label={t('video.from')}
            value={line.from}
            onChange={(from) => set(index, { from })}
            maxLength={14}
          />
          <TextField
            label={t('video.to')}
            value={line.to}
            onChange={(to) => set(index, { to })}
            maxLength={14}
          />
          <span className="col-span-3 flex items-end gap-2 sm:col-span-1">
            <TextField
              className="flex-1"
              label={t('video.words')}
              value={line.text}
              onChange={(text) => set(index, { text })}
              maxLength={500}
            />
            {lines.length > 1 && (
              <Button
                look="quiet"
                icon
                aria-label={t('video.removeLine', { n: String(index + 1) })}
                onPress={() => setLines(lines.filter((_, at) => at !== index))}
              >
                <X aria-hidden />
              </Button>
            )}
          </span>
        </div>
      ))}
      {problem && (
        <p role="alert" className="text-bad">
          {t(`video.problem.${problem.problem}`, { cue: String(problem.cue) })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={() => setLines([...lines, nextLine(lines)])}>
          {t('video.addLine')}
        </Button>
        <Button size="small" look="primary" isPending={save.isPending} onPress={submit}>
          {t('video.saveCaptions')}
        </Button>
      </div>
    </fieldset>
  )
}
