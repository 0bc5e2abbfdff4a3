import { useMutation, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Link } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { TextField } from '#ui/TextField.tsx'
import { newCommunityPath } from '../paths.ts'
import { refresh, wishesQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** “I wish there were a community on…”, and what others wish, without names. */
export function Wishes({ mayCreate }: { mayCreate: boolean }) {
  const t = useT()
  const onError = useErrorToast(t)
  const [subject, setSubject] = useState('')
  const { data } = useQuery(wishesQuery)
  const wish = useMutation({
    mutationFn: () => api('POST /api/v1/community-wishes', { body: { subject: subject.trim() } }),
    onSuccess: () => {
      toast(t('wish.thanks'))
      setSubject('')
      void refresh('wishes')
    },
    onError,
  })
  const takeBack = useMutation({
    mutationFn: (wishId: string) => api('DELETE /api/v1/community-wishes/:wishId', { params: { wishId } }),
    onSuccess: () => refresh('wishes'),
    onError,
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (subject.trim()) wish.mutate()
  }
  return (
    <Section title={t('wish.title')} hint={t('wish.hint')}>
      <form onSubmit={send} className="flex flex-wrap items-end gap-3">
        <TextField
          label={t('wish.label')}
          placeholder={t('wish.placeholder')}
          value={subject}
          onChange={setSubject}
          maxLength={200}
          className="min-w-0 flex-1 basis-64"
        />
        <Button type="submit" isDisabled={!subject.trim()} isPending={wish.isPending}>
          {t('wish.send')}
        </Button>
      </form>
      {data && data.items.length > 0 && (
        <div className="mt-6">
          <h3 className="text-base">{t('wish.others')}</h3>
          <Rows label={t('wish.others')}>
            {data.items.map(({ id, subject: wished, isMine }) => (
              <li key={id} className="flex items-center justify-between gap-3">
                {mayCreate ? (
                  <Link to={`${newCommunityPath}?name=${encodeURIComponent(wished)}`} dir="auto">
                    {wished}
                  </Link>
                ) : (
                  <span dir="auto">{wished}</span>
                )}
                {isMine && (
                  <Button
                    look="quiet"
                    size="small"
                    icon
                    aria-label={t('wish.takeBack')}
                    onPress={() => takeBack.mutate(id)}
                  >
                    <X aria-hidden />
                  </Button>
                )}
              </li>
            ))}
          </Rows>
        </div>
      )}
    </Section>
  )
}
