import { useState } from 'react'
import type { Challenge } from '#modules/campaigns/contract.ts'
import { drawOrder, sha256 } from '#modules/campaigns/draw.ts'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'

type Outcome = { state: 'checked' | 'failed'; order: readonly string[] } | { state: 'unavailable' }

/** All that a draw can be checked by, done again on this device, and how to do it by hand. */
export function DrawCheck({ contest }: { contest: Challenge }) {
  const t = useT()
  const [outcome, setOutcome] = useState<Outcome>()
  const { draw } = contest
  if (!draw) return null
  const { seed, list, commitment } = draw
  const check = async () => {
    // A page that came over plain HTTP from another machine has no such tools.
    if (!seed || !list || !('subtle' in crypto)) return setOutcome({ state: 'unavailable' })
    const order = await drawOrder(seed, list)
    const asked = contest.winners.map(({ code }) => code)
    const isSame =
      (await sha256(seed)) === commitment &&
      order.slice(0, asked.length).every((code) => asked.includes(code))
    setOutcome({ state: isSame ? 'checked' : 'failed', order })
  }
  const code = 'block overflow-x-auto rounded-lg bg-sunken p-2 text-sm break-all'
  return (
    <Section level={3} title={t('draw.title')} hint={t('draw.how')}>
      <dl className="grid gap-3">
        <div>
          <dt className="text-sm text-muted">{t('draw.commitment')}</dt>
          <dd>
            <code className={code}>{commitment}</code>
          </dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t('draw.seed')}</dt>
          <dd>{seed ? <code className={code}>{seed}</code> : t('draw.seedHidden')}</dd>
        </div>
        {list && (
          <div>
            <dt className="text-sm text-muted">{t('draw.list')}</dt>
            <dd>
              <code className={code}>{list.join(' ')}</code>
            </dd>
          </div>
        )}
      </dl>
      {list && (
        <div className="grid gap-3 pt-4">
          <Button className="justify-self-start" size="small" onPress={() => void check()}>
            {t('draw.check')}
          </Button>
          <div role="status">
            {outcome && (
              <Notice tone={outcome.state === 'checked' ? 'plain' : 'warn'}>
                <p>{t(`draw.${outcome.state}`)}</p>
                {'order' in outcome && (
                  <p className="text-sm">
                    {t('draw.order')} <code>{outcome.order.join(' ')}</code>
                  </p>
                )}
              </Notice>
            )}
          </div>
          <details className="text-sm">
            <summary className="cursor-pointer py-2">{t('draw.byHand')}</summary>
            <ol className="grid list-decimal gap-3 pl-5">
              <li>
                {t('draw.step1')}
                <code className={code}>{`printf %s '${seed ?? ''}' | sha256sum`}</code>
              </li>
              <li>
                {t('draw.step2')}
                <code className={code}>{`printf %s '${list.join('\n')}' | sha256sum`}</code>
              </li>
              <li>
                {t('draw.step3')}
                <code
                  className={code}
                >{`printf '%s\\n%s' "$LIST" ${list[0] ?? 'CODE'} | openssl dgst -sha256 -hmac '${seed ?? ''}'`}</code>
              </li>
            </ol>
          </details>
        </div>
      )}
    </Section>
  )
}
