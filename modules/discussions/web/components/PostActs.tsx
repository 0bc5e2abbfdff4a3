import { useNavigate } from '@tanstack/react-router'
import {
  Ellipsis,
  FolderInput,
  History,
  Languages,
  Link as LinkIcon,
  Lock,
  LockOpen,
  Pencil,
  Pin,
  PinOff,
  Shapes,
  Share2,
  Trash2,
} from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { PostDetail } from '#modules/discussions/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { WithTextActs, type SlotText } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Menu, type MenuAct } from '#ui/Menu.tsx'
import { changePost, reloadPost } from '../acts.ts'
import { deleteSoon } from '../deferred.ts'
import { communityPath, postPath } from '../paths.ts'
import { keys, patchCards } from '../queries.ts'
import { useT } from '../t.ts'
import { copyLink } from './copy-link.ts'

const HistoryDialog = lazy(() => import('./HistoryDialog.tsx'))
const CloseDialog = lazy(() => import('./CloseDialog.tsx'))
const MoveDialog = lazy(() => import('./MoveDialog.tsx'))
const ShareDialog = lazy(() => import('./ShareDialog.tsx'))
const TranslateDialog = lazy(() => import('./TranslateDialog.tsx'))

// Acts that are simply not this person's are left out; the others stay and say why not.
const notMine = new Set([
  'authorOnly',
  'moderatorsOnly',
  'authorOrModeratorOnly',
  'askerOnly',
  'notAQuestion',
  'alreadyClosed',
  'notClosed',
  'postDeleted',
  'joinFirst',
])

interface Props {
  post: PostDetail
  text: SlotText
  onEdit: () => void
}

export function PostActs({ post, text, onEdit }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const [open, setOpen] = useState<
    'history' | 'close' | 'kind' | 'community' | 'share' | 'translate' | undefined
  >()
  const close = () => setOpen(undefined)
  const params = { postId: post.id }
  const other = post.translation?.language ?? (post.language === 'en' ? 'fr' : 'en')

  const act = (
    id: string,
    ability: true | string,
    icon: ReactNode,
    onAction: () => void,
    danger?: boolean,
  ): MenuAct[] => {
    if (ability !== true && notMine.has(ability)) return []
    const reason =
      ability === true
        ? undefined
        : t.has(`reason.${ability}` as never)
          ? t(`reason.${ability}` as 'reason.joinFirst')
          : undefined
    return [
      {
        id,
        label: t(`act.${id}` as 'act.edit'),
        icon,
        onAction,
        danger,
        isDisabled: ability !== true,
        hint: reason,
      },
    ]
  }
  const pin = async (isPinned: boolean) => {
    changePost(post.id, (now) => ({ ...now, pinned: isPinned }))
    try {
      await (isPinned
        ? api('PUT /api/v1/posts/:postId/pin', { params })
        : api('DELETE /api/v1/posts/:postId/pin', { params }))
      patchCards(post.id, (item) => ({ ...item, card: { ...item.card, pinned: isPinned } }))
      toast(isPinned ? t('post.pinnedDone') : t('post.unpinnedDone'))
    } catch (error) {
      changePost(post.id, (now) => ({ ...now, pinned: !isPinned }))
      onError(error)
    }
  }
  const reopen = async () => {
    try {
      await api('DELETE /api/v1/posts/:postId/closure', { params })
      await reloadPost(post.id)
      toast(t('close.reopened'))
    } catch (error) {
      onError(error)
    }
  }
  const remove = () => {
    const home = communityPath(post.community.slug)
    patchCards(post.id, () => undefined)
    const undo = deleteSoon(
      `/api/v1/posts/${post.id}`,
      () => {
        queryClient.removeQueries({ queryKey: keys.post(post.id) })
        void queryClient.invalidateQueries({ queryKey: keys.feeds })
      },
      (error) => {
        void queryClient.invalidateQueries({ queryKey: keys.feeds })
        onError(error)
      },
    )
    void navigate({ href: home })
    toast(t('post.deleted'), {
      action: {
        label: t('undo'),
        run() {
          undo()
          void queryClient.invalidateQueries({ queryKey: keys.feeds })
          void navigate({ href: postPath(post.id) })
        },
      },
    })
  }
  const groups = [
    [
      {
        id: 'link',
        label: t('act.copyLink'),
        icon: <LinkIcon aria-hidden />,
        onAction: () => void copyLink(postPath(post.id), t('act.linkCopied')),
      },
      ...(post.editedAt
        ? [
            {
              id: 'history',
              label: t('act.history'),
              icon: <History aria-hidden />,
              onAction: () => setOpen('history'),
            },
          ]
        : []),
      ...act('share', post.can.share, <Share2 aria-hidden />, () => setOpen('share')),
      ...act('edit', post.can.edit, <Pencil aria-hidden />, onEdit),
      ...(post.can.translate === true
        ? [
            {
              id: 'translate',
              label: t(`translation.${post.translation ? 'edit' : 'add'}.${other}`),
              icon: <Languages aria-hidden />,
              onAction: () => setOpen('translate'),
            },
          ]
        : []),
    ],
    [
      ...(post.pinned
        ? act('unpin', post.can.pin, <PinOff aria-hidden />, () => void pin(false))
        : act('pin', post.can.pin, <Pin aria-hidden />, () => void pin(true))),
      ...act('changeKind', post.can.changeKind, <Shapes aria-hidden />, () => setOpen('kind')),
      ...act('move', post.can.move, <FolderInput aria-hidden />, () => setOpen('community')),
      ...(post.closure
        ? act('reopen', post.can.reopen, <LockOpen aria-hidden />, () => void reopen())
        : act('close', post.can.close, <Lock aria-hidden />, () => setOpen('close'))),
    ],
    act('delete', post.can.delete, <Trash2 aria-hidden />, remove, true),
  ].filter((group) => group.length > 0)
  return (
    <>
      <WithTextActs text={text}>
        {(more) => (
          <Menu
            label={t('act.postMenu')}
            trigger={
              <Button look="quiet" icon aria-label={t('act.postMenu')}>
                <Ellipsis aria-hidden />
              </Button>
            }
            groups={more.length > 0 ? [...groups.slice(0, -1), more, ...groups.slice(-1)] : groups}
          />
        )}
      </WithTextActs>
      <Suspense>
        {open === 'history' && <HistoryDialog postId={post.id} onClose={close} />}
        {open === 'close' && (
          <CloseDialog postId={post.id} isQuestion={post.kind === 'question'} onClose={close} />
        )}
        {open === 'share' && <ShareDialog post={post} onClose={close} />}
        {open === 'translate' && <TranslateDialog post={post} language={other} onClose={close} />}
        {(open === 'kind' || open === 'community') && <MoveDialog post={post} what={open} onClose={close} />}
      </Suspense>
    </>
  )
}
