import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows } from '#ui/Layout.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { similarQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { SupportButton } from './WishRow.tsx'

/** A wish in three short fields; what there is already appears while the subject is written. */
export function WishForm() {
  const t = useT()
  const { language } = useLanguage()
  const [subject, setSubject] = useState('')
  const [problem, setProblem] = useState('')
  const [whoTalks, setWhoTalks] = useState('')
  const q = useDeferredValue(subject.trim())
  const similar = useQuery(similarQuery(q))
  const found = q.length >= 3 ? similar.data : undefined
  const wish = useAct(
    () => api('POST /api/v1/community-wishes', { body: { subject, problem, whoTalks } }),
    t('wishes.sent'),
    () => {
      setSubject('')
      setProblem('')
      setWhoTalks('')
    },
  )
  return (
    <form
      className="grid max-w-[38rem] gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (subject.trim()) wish.run(undefined)
      }}
    >
      <TextField
        label={t('wishes.subject')}
        placeholder={t('wishes.placeholder')}
        value={subject}
        onChange={setSubject}
        maxLength={200}
      />
      {found && found.communities.length + found.wishes.length > 0 && (
        <div className="grid gap-3 rounded-lg bg-tint px-4 py-3" aria-live="polite">
          {found.communities.length > 0 && (
            <div>
              <p className="font-semibold">{t('wishes.already')}</p>
              <Rows label={t('wishes.already')}>
                {found.communities.map(({ community, purpose }) => (
                  <li key={community.id}>
                    <CommunityLink community={community} />
                    <p className="text-sm text-muted" dir="auto">
                      {pickText(purpose, language)}
                    </p>
                  </li>
                ))}
              </Rows>
            </div>
          )}
          {found.wishes.length > 0 && (
            <div>
              <p className="font-semibold">{t('wishes.alreadyWish')}</p>
              <Rows label={t('wishes.alreadyWish')}>
                {found.wishes.map((one) => (
                  <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
                    <span dir="auto">{one.subject}</span>
                    <SupportButton wish={one} />
                  </li>
                ))}
              </Rows>
            </div>
          )}
        </div>
      )}
      {subject.trim() && (
        <>
          <TextArea
            label={t('wishes.problem')}
            hint={t('wishes.problemHint')}
            optional
            rows={2}
            value={problem}
            onChange={setProblem}
            maxLength={1000}
          />
          <TextField
            label={t('wishes.whoTalks')}
            hint={t('wishes.whoTalksHint')}
            optional
            value={whoTalks}
            onChange={setWhoTalks}
            maxLength={500}
          />
        </>
      )}
      <div>
        <Button type="submit" look="primary" isDisabled={!subject.trim()} isPending={wish.isPending}>
          {t('wishes.send')}
        </Button>
      </div>
    </form>
  )
}
