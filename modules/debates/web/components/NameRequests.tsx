import { useMutation } from '@tanstack/react-query'
import type { Waiting } from '#modules/debates/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

type Request = Waiting['nameRequests'][number]

/** Names asked for: a second person decides, the two see the name for a day. */
export function NameRequests({ requests }: { requests: readonly Request[] }) {
  const t = useT()
  if (requests.length === 0) return null
  return (
    <ul className="debate-list" aria-label={t('name.title')}>
      {requests.map((request) => (
        <One key={request.id} request={request} />
      ))}
    </ul>
  )
}

function One({ request }: { request: Request }) {
  const t = useT()
  const onError = useErrorToast(t)
  const params = { requestId: request.id }
  const decide = useAct(
    (isGranted: boolean) =>
      api('POST /api/v1/debate-name-requests/:requestId/decision', { params, body: { isGranted } }),
    (isGranted) => t(isGranted ? 'name.granted' : 'name.refused'),
  )
  const look = useMutation({
    mutationFn: () => api('GET /api/v1/debate-name-requests/:requestId', { params }),
    onError,
  })
  return (
    <li className="debate-argument">
      <p className="text-sm text-muted">{t('name.title')}</p>
      <p>{request.what}</p>
      <p>
        <strong>{t('mine.why')}</strong> {request.reason}
      </p>
      <p className="debate-facts">
        {request.askedBy && <MemberLink member={request.askedBy} />}
        {request.isGranted !== null && (
          <span>{t(request.isGranted ? 'name.wasGranted' : 'name.wasRefused')}</span>
        )}
        {look.data && (
          <span>
            {t('name.is')} <strong>{look.data.author.displayName}</strong>
          </span>
        )}
      </p>
      <p className="debate-acts">
        {request.canDecide && (
          <>
            <Button size="small" isPending={decide.isPending} onPress={() => decide.run(true)}>
              {t('name.grant')}
            </Button>
            <Button size="small" look="quiet" isPending={decide.isPending} onPress={() => decide.run(false)}>
              {t('name.refuse')}
            </Button>
          </>
        )}
        {request.isOpen && !look.data && (
          <Button size="small" isPending={look.isPending} onPress={() => look.mutate()}>
            {t('name.look')}
          </Button>
        )}
      </p>
    </li>
  )
}
