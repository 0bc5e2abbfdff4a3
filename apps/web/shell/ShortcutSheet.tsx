import { useState } from 'react'
import { recall, remember } from '#platform/web/preferences.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Kbd } from '#ui/Small.tsx'
import { Switch } from '#ui/Switch.tsx'
import { useT } from '../t.ts'
import { places, type PlaceKey } from './shortcuts.ts'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)
const names: Record<
  PlaceKey,
  'home' | 'communities' | 'pages' | 'agenda' | 'notifications' | 'people' | 'me'
> = { h: 'home', c: 'communities', p: 'pages', a: 'agenda', n: 'notifications', d: 'people', m: 'me' }

/** What the keyboard can do; single keys can be switched off here. */
export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [isOn, setOn] = useState(recall('keys') !== 'off')
  const acts: [string[], string][] = [
    [[isApple ? '⌘' : 'Ctrl', 'K'], t('keys.palette')],
    [['/'], t('keys.search')],
    [['w'], t('keys.write')],
    [['j'], t('keys.next')],
    [['k'], t('keys.previous')],
    [['r'], t('keys.reply')],
    [[isApple ? '⌘' : 'Ctrl', '↵'], t('keys.send')],
    [['?'], t('keys.help')],
  ]
  return (
    <Dialog title={t('keys.title')} isOpen onClose={onClose}>
      <dl className="key-list">
        {acts.map(([keys, what]) => (
          <Line key={what} keys={keys} what={what} />
        ))}
      </dl>
      <h3 className="pt-2">{t('keys.go')}</h3>
      <dl className="key-list">
        {(Object.keys(places) as PlaceKey[]).map((key) => (
          <Line key={key} keys={['g', key]} what={t(`nav.${names[key]}`)} />
        ))}
      </dl>
      <Switch
        isSelected={isOn}
        onChange={(on) => {
          setOn(on)
          remember('keys', on ? null : 'off')
        }}
      >
        {t('keys.on')}
      </Switch>
    </Dialog>
  )
}

function Line({ keys, what }: { keys: readonly string[]; what: string }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  )
}
