import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api, ApiError } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { keepCommunity, refresh } from '../queries.ts'
import { useT } from '../t.ts'
import { CharterArticles } from './CharterArticles.tsx'

export type CharterAct = 'join' | 'ask' | 'accept'

interface Props {
  community: CommunityDetail
  /** `join`: come in (an invitation included); `ask`: send a request; `accept`: the charter alone has changed. */
  act: CharterAct
  isOpen: boolean
  onClose: () => void
}

/** The charter, read before it is accepted: on joining, on asking to join, and again when it has changed. */
export function CharterSheet({ community, act, isOpen, onClose }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const [message, setMessage] = useState('')
  const name = pickText(community.name, language)
  const { charter } = community
  const send = useSend(community, act)
  const run = () =>
    send.mutate(message, {
      onSuccess: (now) => {
        keepCommunity(now)
        toast(
          act === 'join' ? t('join.joined', { name }) : act === 'ask' ? t('join.sent') : t('join.accepted'),
        )
        onClose()
      },
      onError: (error) => {
        onError(error)
        // The charter changed while it was being read: show the new one.
        if (error instanceof ApiError && error.code === 'charterNotAccepted') void refresh('one')
      },
    })
  const title =
    act === 'join'
      ? t('join.sheetTitle', { name })
      : act === 'ask'
        ? t('join.askTitle', { name })
        : t('join.acceptTitle', { name })
  const agree =
    act === 'join'
      ? t('join.agree')
      : act === 'ask'
        ? charter
          ? t('join.agreeAsk')
          : t('join.send')
        : t('join.agreeOnly')
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      wide
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('join.cancel')}
          </Button>
          <Button look="primary" isPending={send.isPending} onPress={run}>
            {agree}
          </Button>
        </>
      }
    >
      <div data-accent={community.accent} className="grid gap-6">
        {act === 'ask' && (
          <TextArea
            label={t('join.message')}
            hint={t('join.messageHint')}
            optional
            rows={2}
            maxLength={500}
            value={message}
            onChange={setMessage}
          />
        )}
        {charter && (
          <>
            <p className="text-muted">
              {act === 'accept'
                ? t('join.charterChanged')
                : t('join.charterLead', { n: charter.articles.length })}
            </p>
            <CharterArticles articles={charter.articles} />
          </>
        )}
      </div>
    </Dialog>
  )
}

function useSend(community: CommunityDetail, act: CharterAct) {
  const charterVersion = community.charter?.version ?? null
  return useMutation({
    mutationFn: (message: string) => {
      const params = { community: community.id }
      if (act === 'ask')
        return api('POST /api/v1/communities/:community/join-request', {
          params,
          body: { charterVersion, ...(message.trim() && { message }) },
        })
      if (act === 'join')
        return api('POST /api/v1/communities/:community/membership', { params, body: { charterVersion } })
      return api('POST /api/v1/communities/:community/charter/acceptance', {
        params,
        body: { version: charterVersion ?? 1 },
      })
    },
  })
}
