import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { Closing, TransferCandidate } from '#modules/lifecycle/contract.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { CommunityField } from './CommunityField.tsx'

/** Pages to offer elsewhere and solved questions to make pages of; what was decided about those offered. */
export function KeepPart({
  community,
  closing,
  candidates,
}: {
  community: CommunityDetail
  closing: Closing
  candidates: readonly TransferCandidate[]
}) {
  const t = useT()
  const { language } = useLanguage()
  const [offered, setOffered] = useState<TransferCandidate>()
  return (
    <Section title={t('closing.keep')} hint={t('closing.keepHint')}>
      {closing.transfers.length > 0 && (
        <Rows label={t('closing.offered')}>
          {closing.transfers.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link to={`/pages/${one.newPageId ?? one.pageId}`} dir="auto">
                {one.title}
              </Link>
              <span className="text-sm text-muted">
                {t(
                  one.decision === null
                    ? 'closing.offeredTo'
                    : one.decision === 'accepted'
                      ? 'closing.accepted'
                      : 'closing.declined',
                  { name: one.to ? pickText(one.to.name, language) : t('closing.hidden') },
                )}
              </span>
            </li>
          ))}
        </Rows>
      )}
      {candidates.length === 0 ? (
        <p className="text-muted">{t('closing.keepEmpty')}</p>
      ) : (
        <Rows label={t('closing.keep')}>
          {candidates.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Tag>{t(one.kind === 'page' ? 'closing.page' : 'closing.question')}</Tag>
              <span className="min-w-0 flex-1 basis-60">
                <Link to={one.kind === 'page' ? `/pages/${one.id}` : `/posts/${one.id}`} dir="auto">
                  {one.title}
                </Link>
                {one.helped > 0 && (
                  <span className="block text-sm text-muted">{t('closing.helped', { n: one.helped })}</span>
                )}
              </span>
              {one.kind === 'page' && (
                <Button size="small" onPress={() => setOffered(one)}>
                  {t('closing.offer')}
                  <span className="sr-only">{` ${one.title}`}</span>
                </Button>
              )}
            </li>
          ))}
        </Rows>
      )}
      {offered && <OfferDialog community={community} page={offered} onClose={() => setOffered(undefined)} />}
    </Section>
  )
}

function OfferDialog({
  community,
  page,
  onClose,
}: {
  community: CommunityDetail
  page: TransferCandidate
  onClose: () => void
}) {
  const t = useT()
  const [to, setTo] = useState<string | null>(null)
  const offer = useAct(
    () =>
      api('POST /api/v1/communities/:community/life/transfers', {
        params: { community: community.id },
        body: { pageId: page.id, to: to! },
      }),
    t('closing.offered'),
    onClose,
  )
  return (
    <Dialog
      title={t('closing.offerTitle', { title: page.title })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="primary"
            isDisabled={!to}
            isPending={offer.isPending}
            onPress={() => offer.run(undefined)}
          >
            {t('closing.offerSend')}
          </Button>
        </>
      }
    >
      <CommunityField label={t('closing.offerTo')} onChoose={setTo} without={community.id} />
    </Dialog>
  )
}
