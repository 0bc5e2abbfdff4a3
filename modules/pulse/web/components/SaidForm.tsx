import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Section } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { DeskWave } from '#modules/pulse/contract.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** You said, we do, we will not: without it no next wave opens. */
export function SaidForm({ wave, hasThemes }: { wave: DeskWave; hasThemes: boolean }) {
  const t = useT()
  const format = useFormat()
  const [youSaid, setYouSaid] = useState(wave.said?.youSaid ?? '')
  const [weDo, setWeDo] = useState(wave.said?.weDo ?? '')
  const [weWillNot, setWeWillNot] = useState(wave.said?.weWillNot ?? '')
  const [isPublishing, setPublishing] = useState(false)
  const params = { waveId: wave.id }
  const write = () =>
    api('PUT /api/v1/pulse-waves/:waveId/said', { params, body: { youSaid, weDo, weWillNot } })
  const save = useAct(write, t('saved'))
  const isReady = youSaid.trim() !== '' && (weDo.trim() !== '' || weWillNot.trim() !== '')
  return (
    <Section
      title={t('desk.sayTitle', { date: format.dateTime(new Date(`${wave.closedOn}T12:00:00Z`), 'day') })}
      hint={t('desk.sayLead')}
    >
      <div className="grid max-w-[38rem] gap-4">
        <TextArea
          label={t('said.youSaid')}
          hint={t('desk.youSaidHint')}
          maxLength={2000}
          value={youSaid}
          onChange={setYouSaid}
        />
        <TextArea
          label={t('said.weDo')}
          hint={t('desk.weDoHint')}
          maxLength={2000}
          value={weDo}
          onChange={setWeDo}
        />
        <TextArea
          label={t('said.weWillNot')}
          hint={t('desk.weWillNotHint')}
          maxLength={2000}
          value={weWillNot}
          onChange={setWeWillNot}
        />
        <p className="pulse-acts">
          <Button look="primary" isDisabled={!isReady} onPress={() => setPublishing(true)}>
            {t('desk.publish')}
          </Button>
          <Button isPending={save.isPending} onPress={() => save.run()}>
            {t('desk.draft')}
          </Button>
        </p>
      </div>
      {isPublishing && (
        <PublishDialog
          waveId={wave.id}
          hasThemes={hasThemes}
          write={write}
          onClose={() => setPublishing(false)}
        />
      )}
    </Section>
  )
}

function PublishDialog({
  waveId,
  hasThemes,
  write,
  onClose,
}: {
  waveId: string
  hasThemes: boolean
  write: () => Promise<unknown>
  onClose: () => void
}) {
  const t = useT()
  const [withTheme, setWithTheme] = useState(false)
  const [theme, setTheme] = useState('')
  const act = useAct(
    async () => {
      await write()
      return api('POST /api/v1/pulse-waves/:waveId/said/publication', {
        params: { waveId },
        body: withTheme && theme.trim() ? { theme: theme.trim() } : {},
      })
    },
    t('desk.published'),
    onClose,
  )
  return (
    <Dialog
      title={t('desk.publishTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={withTheme && !theme.trim()}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('desk.publish')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{t('desk.publishHint')}</p>
        {hasThemes && (
          <Checkbox isSelected={withTheme} onChange={setWithTheme}>
            {t('desk.theme')}
          </Checkbox>
        )}
        {withTheme && (
          <TextField label={t('desk.themeTitle')} maxLength={120} value={theme} onChange={setTheme} />
        )}
      </div>
    </Dialog>
  )
}
