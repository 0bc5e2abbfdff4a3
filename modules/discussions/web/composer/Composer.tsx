import { useQuery } from '@tanstack/react-query'
import { ChevronDown, Heading, Tag } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { FeedItem, PostKind } from '#modules/discussions/contract.ts'
import { isAccent } from '#ui/accents.ts'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { Menu } from '#ui/Menu.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { api, ApiError, newKey } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { useMember } from '#platform/web/session.ts'
import { communityQuery } from '#modules/communities/web/public.ts'
import { Slot } from '#platform/web/slots.tsx'
import { pickText } from '#platform/shared/local-text.ts'
import { PartnerBand } from '../components/PartnerBand.tsx'
import { KindIcon } from '../components/KindMark.tsx'
import { isWritten, useDraft, type Writing } from '../drafts.ts'
import { postKinds } from '../kinds.ts'
import { communityPath } from '../paths.ts'
import { findOnlyPlace, writableCommunitiesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { languageOf } from '../text/kind-proposal.ts'
import { keepLineBreaks } from '../text/line-breaks.ts'
import { withPictures } from '../upload.ts'
import { AttachmentStrip } from './AttachmentStrip.tsx'
import { ProposalRows } from './ProposalRows.tsx'
import { leaveForLater } from './later.ts'
import { isUnreached, RestoredLine, SendTrouble } from './Notes.tsx'
import { isReachQuestion, ReachDialog } from './ReachDialog.tsx'
import { TagField } from './TagField.tsx'
import { TextEditor } from './TextEditor.tsx'
import { useAttachments } from './use-attachments.ts'
import { useProposals } from './use-proposals.ts'
import { useSend } from './use-send.ts'

interface Props {
  /** Where it is published when the composer stands inside a community; otherwise the person is asked. */
  community?: CommunityRef | undefined
  start?: Partial<Pick<Writing, 'bodyMd' | 'kind' | 'communityId'>> | undefined
  /** Open from the start, with room to write (the page "Write"). */
  isPage?: boolean | undefined
  autoFocus?: boolean | undefined
  placeholder?: string | undefined
  onPublished: (item: FeedItem) => void
}

/** The one composer: the person writes first, the product proposes afterwards. */
export function Composer({ community, start, isPage, autoFocus, placeholder, onPublished }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const me = useMember()
  const say = useErrorWords(t)
  const noteId = useId()
  const draftKey = community ? `post:${community.id}` : 'post'
  const draft = useDraft(draftKey, start)
  const { writing, change } = draft
  const [isFocused, setFocused] = useState(false)
  const [problem, setProblem] = useState<'empty' | 'community' | undefined>()
  const isReachConfirmed = useRef(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const [isTagging, setTagging] = useState(false)
  // A draft kept before there were tags has none.
  const tags = writing.tags ?? []
  const isOpen = isPage || isFocused || isWritten(writing)

  const mine = useQuery({ ...writableCommunitiesQuery, enabled: !community && isOpen })
  const choices = mine.data ?? []
  const onlyOne = choices.length === 1 ? choices[0]?.id : undefined
  const communityId = community?.id ?? writing.communityId ?? onlyOne ?? null
  const chosen = community ?? choices.find(({ id }) => id === communityId)
  const proposals = useProposals(writing, communityId, (id) => choices.some((choice) => choice.id === id))

  const attachments = useAttachments(writing.attachments, (apply) =>
    change((now) => ({ attachments: apply(now.attachments) })),
  )

  // Where it goes is decided when it is sent, or left for later.
  const place = useRef<string | null>(null)
  const letter = () => {
    const bodyMd = keepLineBreaks(withPictures(writing.bodyMd, writing.attachments))
    return {
      communityId: place.current ?? '',
      kind: writing.kind ?? ('discussion' as const),
      ...(writing.title?.trim() && { title: writing.title.trim() }),
      bodyMd,
      language: languageOf(bodyMd, language),
      attachments: writing.attachments.map(({ id }) => id),
      ...(tags.length > 0 && { tags }),
      draftKey,
      ...(isReachConfirmed.current && { reachConfirmed: true }),
    }
  }
  const sending = useSend(() =>
    api('POST /api/v1/posts', { body: letter(), idempotencyKey: writing.sendKey }),
  )
  const later = async () => {
    const isKept = await leaveForLater(writing, {
      memberId: me.id,
      route: 'POST /api/v1/posts',
      body: letter(),
      place: chosen ? pickText(chosen.name, language) : '',
      href: chosen ? communityPath(chosen.slug) : '/',
      said: t('composer.later'),
    })
    if (!isKept) return
    setFocused(false)
    sending.clearError()
    draft.forget()
  }
  // The first try arrived after all, and the text has changed since: the next try is another publication.
  const isChangedSince = sending.error instanceof ApiError && sending.error.code === 'idempotencyMismatch'

  const submit = async () => {
    if (sending.isSending || attachments.isBusy) return
    if (writing.bodyMd.trim() === '' && writing.attachments.length === 0) {
      setProblem('empty')
      area.current?.focus()
      return
    }
    // Who writes faster than the list of communities arrives is not asked a question they cannot see yet.
    place.current = communityId ?? (await findOnlyPlace())
    if (!place.current) {
      setProblem('community')
      document.getElementById(`${noteId}-where`)?.querySelector('button')?.focus()
      return
    }
    setProblem(undefined)
    if (isChangedSince) change({ sendKey: newKey() })
    if (!navigator.onLine) return later()
    const item = await sending.send()
    if (!item) return
    setFocused(false)
    setTagging(false)
    isReachConfirmed.current = false
    draft.forget()
    onPublished(item)
  }

  const kind: PostKind = writing.kind ?? 'discussion'
  const slotWriting = { kind, title: writing.title, bodyMd: writing.bodyMd, communityId }
  return (
    <form
      className={cx('writing-frame', isOpen ? 'p-4 pt-2' : 'px-4 py-1')}
      data-accent={chosen && isAccent(chosen.accent) ? chosen.accent : undefined}
      aria-label={t('composer.label')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {chosen?.partnersAdmitted && isOpen && <PartnerBand writing />}
      {draft.isRestored && <RestoredLine onErase={draft.forget} onKeep={draft.dismissRestored} />}
      {writing.title !== null && (
        <TextField
          label={t('composer.title')}
          optional
          value={writing.title}
          onChange={(title) => change({ title })}
          maxLength={200}
          className="pb-1 pt-2"
        />
      )}
      <TextEditor
        ref={area}
        label={t('composer.text')}
        placeholder={placeholder ?? t('composer.placeholder')}
        value={writing.bodyMd}
        onChange={(bodyMd) => {
          setProblem(undefined)
          draft.dismissRestored()
          change({ bodyMd })
        }}
        onSubmit={() => void submit()}
        onFocus={() => setFocused(true)}
        onFiles={attachments.add}
        rows={isPage ? 7 : isOpen ? 3 : 1}
        showTools={isOpen}
        autoFocus={autoFocus}
        isInvalid={problem === 'empty'}
        describedBy={problem ? noteId : undefined}
        communityId={communityId}
      >
        <AttachmentStrip list={writing.attachments} attachments={attachments} />
      </TextEditor>
      {isOpen && (
        <>
          <ProposalRows proposals={proposals} writing={writing} onChange={change} />
          {(isTagging || tags.length > 0) && (
            <TagField
              tags={tags}
              onChange={(next) => change({ tags: next })}
              communityId={communityId}
              text={`${writing.title ?? ''} ${writing.bodyMd}`}
              autoFocus={isTagging && tags.length === 0}
            />
          )}
          <Slot name="composerHints" writing={slotWriting} />
          <div className="writing-foot">
            {!community && (
              <div id={`${noteId}-where`} className="min-w-0 flex-[1_1_13rem]">
                <Select
                  label={<span className="sr-only">{t('composer.where')}</span>}
                  placeholder={t('composer.whereEmpty')}
                  options={choices.map(({ id, name }) => ({ id, label: pickText(name, language) }))}
                  value={communityId}
                  onChange={(id) => {
                    setProblem(undefined)
                    change({ communityId: id })
                  }}
                />
              </div>
            )}
            <Menu
              label={t('composer.kind')}
              trigger={
                <Button look="quiet" aria-label={`${t('composer.kind')}\u00A0: ${t(`kind.${kind}`)}`}>
                  <KindIcon kind={kind} />
                  {t(`kind.${kind}`)}
                  <ChevronDown aria-hidden className="text-muted" />
                </Button>
              }
              groups={[
                {
                  id: 'kind',
                  title: t('composer.kind'),
                  selected: kind,
                  options: postKinds.map((id) => ({
                    id,
                    label: t(`kind.${id}`),
                    icon: <KindIcon kind={id} />,
                  })),
                  onSelect: (id) => change({ kind: id as PostKind }),
                },
              ]}
            />
            <Slot name="composerTools" writing={slotWriting} />
            {writing.title === null && (
              <Button
                look="quiet"
                icon
                aria-label={t('composer.addTitle')}
                onPress={() => change({ title: '' })}
              >
                <Heading aria-hidden />
              </Button>
            )}
            {!isTagging && tags.length === 0 && (
              <Button look="quiet" icon aria-label={t('composer.addTags')} onPress={() => setTagging(true)}>
                <Tag aria-hidden />
              </Button>
            )}
            <Button
              type="submit"
              look="primary"
              className="ml-auto"
              isPending={sending.isSending}
              isDisabled={attachments.isBusy}
            >
              {t('composer.publish')}
            </Button>
          </div>
          {problem && (
            <p id={noteId} role="alert" className="pt-2 text-bad">
              {t(`composer.problem.${problem}`)}
            </p>
          )}
          {sending.error !== undefined && !isReachQuestion(sending.error) && (
            <SendTrouble
              words={say(sending.error)}
              onRetry={() => void submit()}
              onLater={isUnreached(sending.error) ? () => void later() : undefined}
            />
          )}
          <ReachDialog
            error={sending.error}
            onBack={sending.clearError}
            onConfirm={() => {
              isReachConfirmed.current = true
              void submit()
            }}
          />
          {chosen && <Reach community={chosen} />}
        </>
      )}
    </form>
  )
}

/** Said before sending: how many people may read it. */
function Reach({ community }: { community: CommunityRef }) {
  const t = useT()
  const { language } = useLanguage()
  const { data } = useQuery(communityQuery(community.slug))
  return (
    <p className="min-h-[1.5em] pt-2 text-sm text-muted">
      {data &&
        t(community.visibility === 'open' ? 'composer.reachOpen' : 'composer.reach', {
          n: data.memberCount,
          name: pickText(community.name, language),
        })}
    </p>
  )
}
