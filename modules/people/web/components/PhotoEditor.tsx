import { useMutation } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import type { OwnProfile } from '#modules/people/contract.ts'
import { ownProfileQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { FormError } from './FormError.tsx'
import { MemberAvatar } from './MemberLink.tsx'

/** The photo is stored as soon as it is chosen; the server cuts it square and takes its metadata away. */
export function PhotoEditor({ profile }: { profile: OwnProfile }) {
  const t = useT()
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ownProfileQuery.queryKey }),
      queryClient.invalidateQueries({ queryKey: ['people', 'profile', profile.id] }),
      queryClient.invalidateQueries({ queryKey: ['session'] }),
    ])
  const send = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData()
      body.append('file', file)
      return api('POST /api/v1/me/photo', { body })
    },
    onSuccess: refresh,
  })
  const remove = useMutation({ mutationFn: () => api('DELETE /api/v1/me/photo'), onSuccess: refresh })
  return (
    <div className="profile-head">
      <MemberAvatar member={profile} size="xl" label={t('edit.photo')} />
      <div className="profile-head-text">
        <div className="flex flex-wrap gap-3">
          <FileButton
            accept={['image/*']}
            isPending={send.isPending}
            onFiles={([file]) => {
              if (file) send.mutate(file)
            }}
          >
            {profile.photoUrl ? t('edit.changePhoto') : t('edit.addPhoto')}
          </FileButton>
          {profile.photoUrl && (
            <Button look="quiet" isPending={remove.isPending} onPress={() => remove.mutate()}>
              {t('edit.removePhoto')}
            </Button>
          )}
        </div>
        <span className="person-facts">{t('edit.photoHint')}</span>
        <FormError error={send.error ?? remove.error} />
      </div>
    </div>
  )
}
