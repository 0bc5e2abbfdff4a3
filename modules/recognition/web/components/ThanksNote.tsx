import './recognition.css'
import { Ellipsis, Flag, Lock, Pencil, Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import type { Showing, Thanks } from '#modules/recognition/contract.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { useMember } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { pagePath, textPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const EditDialog = lazy(() => import('./EditDialog.tsx'))
const ReportDialog = lazy(() => import('./ReportDialog.tsx'))

/** One word of thanks, with what the reader may do with it. `about`: say what it is for, away from its place; `isPlain`:
 * to be read only. */
export function ThanksNote({
  thanks,
  about,
  isPlain,
}: {
  thanks: Thanks
  about?: boolean
  isPlain?: boolean
}) {
  const t = useT()
  const format = useFormat()
  const me = useMember()
  const [open, setOpen] = useState<'edit' | 'report'>()
  const { can } = thanks
  const remove = useAct(
    () => api('DELETE /api/v1/thanks/:thanksId', { params: { thanksId: thanks.id } }),
    t('under.removed'),
  )
  const acts = [
    ...(can.change
      ? [
          {
            id: 'edit',
            label: t('under.edit'),
            icon: <Pencil aria-hidden />,
            onAction: () => setOpen('edit'),
          },
          {
            id: 'remove',
            label: t('under.remove'),
            icon: <Undo2 aria-hidden />,
            onAction: () => remove.run(),
          },
        ]
      : []),
    ...(can.report
      ? [
          {
            id: 'report',
            label: t('under.report'),
            icon: <Flag aria-hidden />,
            onAction: () => setOpen('report'),
          },
        ]
      : []),
  ]
  const to = thanks.postId
    ? textPath(thanks.postId, thanks.commentId)
    : thanks.pageId
      ? pagePath(thanks.pageId)
      : null
  return (
    <div className="thanks-note">
      <MemberAvatar member={thanks.giver} size="s" />
      <div className="thanks-head">
        <p className="thanks-facts">
          <MemberLink member={thanks.giver} />
          <span aria-hidden>→</span>
          <MemberLink member={thanks.receiver} />
          <time dateTime={thanks.at}>{format.dateTime(new Date(thanks.at), 'short')}</time>
          {thanks.isEdited && <span>{t('under.edited')}</span>}
          {thanks.isPrivate && (
            <span className="inline-flex items-center gap-1">
              <Lock aria-hidden className="size-3.5" />
              {t('under.private')}
            </span>
          )}
        </p>
        {acts.length > 0 && !isPlain && (
          <Menu
            label={t('under.acts')}
            trigger={
              <Button look="quiet" icon size="small" aria-label={t('under.acts')}>
                <Ellipsis aria-hidden />
              </Button>
            }
            groups={[acts]}
          />
        )}
      </div>
      <div>
        <p className="thanks-words" lang={thanks.language}>
          {thanks.text}
        </p>
        {about && (
          <p className="thanks-facts pt-1">
            <span>{t(`act.${thanks.act}`)}</span>
            {to && thanks.about && <Link to={to}>{thanks.about}</Link>}
          </p>
        )}
        {thanks.hiddenReason && (
          <p className="text-sm text-muted">{t('under.hidden', { reason: thanks.hiddenReason })}</p>
        )}
        {can.show && !isPlain && thanks.receiver.id === me.id && <Shown thanks={thanks} />}
      </div>
      <Suspense>
        {open === 'edit' && <EditDialog thanks={thanks} onClose={() => setOpen(undefined)} />}
        {open === 'report' && <ReportDialog thanksId={thanks.id} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </div>
  )
}

/** The receiver says where it may be seen. */
function Shown({ thanks }: { thanks: Thanks }) {
  const t = useT()
  const act = useAct(
    (showing: Showing) =>
      api('PUT /api/v1/thanks/:thanksId/showing', { params: { thanksId: thanks.id }, body: { showing } }),
    t('showing.saved'),
  )
  return (
    <div className="thanks-acts">
      {thanks.showing === 'here' && (
        <Button size="small" isDisabled={act.isPending} onPress={() => act.run('wall')}>
          {t('showing.yes')}
        </Button>
      )}
      <Menu
        label={t('showing.label')}
        trigger={
          <Button size="small" look="quiet">
            {t('showing.now', { where: t(`showing.${thanks.showing}`) })}
          </Button>
        }
        groups={[
          {
            id: 'showing',
            title: t('showing.label'),
            selected: thanks.showing,
            options: (['wall', 'here', 'nowhere'] as const).map((id) => ({ id, label: t(`showing.${id}`) })),
            onSelect: (next) => act.run(next as Showing),
          },
        ]}
      />
    </div>
  )
}
