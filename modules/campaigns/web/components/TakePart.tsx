import { useState } from 'react'
import type { Challenge } from '#modules/campaigns/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Section } from '#ui/Layout.tsx'
import { Switch } from '#ui/Switch.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** A challenge: its steps for oneself, alone or with a team; told to others only if one wishes. */
export function TakePart({ challenge: it }: { challenge: Challenge }) {
  const t = useT()
  const [done, setDone] = useState<readonly number[]>(it.mine?.stepsDone ?? [])
  const [team, setTeam] = useState(it.mine?.team ?? '')
  const [isTold, setTold] = useState(it.mine?.isTold ?? false)
  const params = { challengeId: it.id }
  const save = useAct(
    () =>
      api('PUT /api/v1/challenges/:challengeId/participation', {
        params,
        body: { stepsDone: [...done], team: team.trim() || null, isTold },
      }),
    t('game.saved'),
  )
  const stop = useAct(
    () => api('DELETE /api/v1/challenges/:challengeId/participation', { params }),
    t('game.gone'),
    () => {
      setDone([])
      setTeam('')
      setTold(false)
    },
  )
  return (
    <>
      {it.steps.length > 0 && (
        <Section level={3} title={t('game.steps')}>
          <div className="grid gap-1" lang={it.language}>
            {it.steps.map((step, index) =>
              it.can.takePart ? (
                <Checkbox
                  key={index}
                  isSelected={done.includes(index)}
                  onChange={(now) => setDone(now ? [...done, index] : done.filter((one) => one !== index))}
                >
                  {step}
                </Checkbox>
              ) : (
                <p key={index}>{step}</p>
              ),
            )}
          </div>
        </Section>
      )}
      {it.can.takePart && (
        <div className="grid max-w-[28rem] gap-4 py-4">
          {it.mode !== 'alone' && (
            <TextField
              label={t('game.team')}
              optional={it.mode === 'either'}
              value={team}
              onChange={setTeam}
              maxLength={80}
            />
          )}
          <Switch isSelected={isTold} onChange={setTold} hint={t('game.isToldHint')}>
            {t('game.isTold')}
          </Switch>
          <div className="flex flex-wrap gap-2">
            <Button look="primary" isPending={save.isPending} onPress={() => save.run()}>
              {t(it.mine ? 'game.update' : 'game.takeUp')}
            </Button>
            {it.mine && (
              <Button look="quiet" isPending={stop.isPending} onPress={() => stop.run()}>
                {t('game.giveUp')}
              </Button>
            )}
          </div>
        </div>
      )}
      <Section level={3} title={t('game.told')}>
        {it.told.length === 0 ? (
          <p className="text-muted">{t('game.nobodyTold')}</p>
        ) : (
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            {it.told.map(({ member, team: theirs }) => (
              <li key={member.id}>
                <MemberLink member={member} />
                {theirs && <span className="text-muted"> · {theirs}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
