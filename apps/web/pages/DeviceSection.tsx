import { Download, Keyboard } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { countAnswers, forgetAllAnswers } from '#platform/web/kept.ts'
import { recall, remember } from '#platform/web/preferences.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Switch } from '#ui/Switch.tsx'
import { useInstall } from '../shell/install.ts'
import { useT } from '../t.ts'

const ShortcutSheet = lazy(() => import('../shell/ShortcutSheet.tsx'))

/** What this device keeps to read without a network, the application, the keyboard. */
export default function DeviceSection() {
  const t = useT()
  const install = useInstall()
  const [isKeeping, setKeeping] = useState(recall('offline') !== 'off')
  const [count, setCount] = useState<number>()
  const [helping, setHelping] = useState(false)
  // Outside system: the store of this device.
  useEffect(() => void countAnswers().then(setCount), [isKeeping])
  const erase = async () => {
    await forgetAllAnswers()
    setCount(0)
    toast(t('device.erased'))
  }
  return (
    <Section title={t('device.title')} hint={t('device.hint')}>
      <div className="grid justify-items-start gap-4">
        <Switch
          isSelected={isKeeping}
          onChange={(on) => {
            remember('offline', on ? null : 'off')
            setKeeping(on)
            if (!on) void erase()
          }}
        >
          {t('device.keep')}
        </Switch>
        {count !== undefined && isKeeping && <p className="text-muted">{t('device.kept', { n: count })}</p>}
        <div className="flex flex-wrap gap-2">
          {Boolean(count) && <Button onPress={() => void erase()}>{t('device.erase')}</Button>}
          {install && (
            <Button onPress={install}>
              <Download aria-hidden />
              {t('device.install')}
            </Button>
          )}
          <Button look="quiet" onPress={() => setHelping(true)}>
            <Keyboard aria-hidden />
            {t('device.keys')}
          </Button>
        </div>
      </div>
      {helping && (
        <Suspense>
          <ShortcutSheet onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </Section>
  )
}
