import '../components/knowledge.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import {
  ArrowLeft,
  CalendarClock,
  CircleSlash,
  Download,
  Ellipsis,
  FolderInput,
  FolderPlus,
  History,
  Languages,
  Link as LinkIcon,
  Lock,
  LockOpen,
  Trash2,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Attachments } from '#modules/discussions/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api, ApiError } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink, Link, PlainLink } from '#platform/web/links.tsx'
import { Page, RightRail } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Menu, type MenuAct } from '#ui/Menu.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { Prose } from '#ui/Prose.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { Time } from '#ui/Time.tsx'
import type { PageDetail } from '#modules/knowledge/shapes.ts'
import { PageFacts } from '../components/PageFacts.tsx'
import { PageStatus } from '../components/PageStatus.tsx'
import { ReviewActs } from '../components/ReviewActs.tsx'
import { useAct } from '../components/use-act.ts'
import { allPagesPath, communityPagesPath, editPath, historyPath, newPagePath, pagePath } from '../paths.ts'
import { keepPage, keys, pageQuery, refreshLists } from '../queries.ts'
import { useT } from '../t.ts'

const WithdrawDialog = lazy(() => import('../components/WithdrawDialog.tsx'))
const ArrangeDialog = lazy(() => import('../components/ArrangeDialog.tsx'))
const MoveDialog = lazy(() => import('../components/MoveDialog.tsx'))
const PutDialog = lazy(() => import('../components/PutDialog.tsx'))

/** `/pages/:pageId` */
export function PagePage() {
  const { pageId = '' } = useParams({ strict: false }) as { pageId?: string }
  const { data: page } = useQuery(pageQuery(pageId))
  useInvalidateOn('pageChanged', keys.page(pageId))
  useInvalidateOn('pageReviewed', keys.page(pageId))
  useInvalidateOn('pageWithdrawn', keys.page(pageId))
  return page ? <Shown page={page} /> : <SkeletonPage />
}

function Shown({ page }: { page: PageDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const [other] = page.siblings
  // What the text links to itself is not said twice.
  const sources = page.sources.filter(({ postId }) => !page.bodyHtml.includes(`/posts/${postId}`))
  const isBehind = other !== undefined && Date.parse(other.changedAt) > Date.parse(page.changedAt)
  return (
    <Page title={page.title} place={pickText(page.community.name, language)}>
      <div data-accent={page.community.accent}>
        <PageHeader
          kicker={
            <PlainLink
              to={communityPagesPath(page.community.slug)}
              className="inline-flex items-center gap-1 hover:underline"
            >
              <ArrowLeft aria-hidden className="size-4" />
              {pickText(page.community.name, language)}
            </PlainLink>
          }
          title={
            <span lang={page.language} dir="auto">
              {page.title}
            </span>
          }
          acts={<Acts page={page} />}
        />
        <p className="page-row-line pb-5">
          <PageStatus status={page.status} always />
          <span>
            {t('page.versionLine', { n: page.version, name: page.changedBy.displayName })},{' '}
            <Time at={page.changedAt} className="" />
          </span>
          {other && (
            <Link to={pagePath(other.id)} lang={other.language}>
              {t(`page.otherLanguage.${other.language}`)}
            </Link>
          )}
          {isBehind && <span>{t(`page.behind.${other.language}`)}</span>}
        </p>
        <div className="grid gap-4 not-empty:pb-6">
          <Notices page={page} />
        </div>
        <Prose html={page.bodyHtml} language={page.language} />
        <Attachments list={page.attachments} bodyHtml={page.bodyHtml} />
        {sources.length > 0 && (
          <section className="made-of" aria-labelledby="page-sources">
            <h2 id="page-sources" className="text-base">
              {t('page.sources')}
            </h2>
            <ul className="grid gap-1">
              {sources.map(({ postId, title, excerpt }) => (
                <li key={postId}>
                  <Link to={`/posts/${postId}`} dir="auto">
                    {title ?? (excerpt || t('page.sourceUntitled'))}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <RightRail>
        <div className="page-rail">
          <PageFacts page={page} />
          <section aria-labelledby="page-export">
            <h2 id="page-export">{t('page.export')}</h2>
            <div className="page-acts pt-2">
              {(['pdf', 'markdown'] as const).map((kind) => (
                <a
                  key={kind}
                  className="btn btn-secondary btn-small"
                  href={`/api/v1/pages/${page.id}/${kind}`}
                  download
                >
                  <Download aria-hidden />
                  {t(`page.${kind}`)}
                </a>
              ))}
            </div>
          </section>
        </div>
      </RightRail>
    </Page>
  )
}

/** What a reader should know before reading on: deleted, withdrawn, past its date, locked. */
function Notices({ page }: { page: PageDetail }) {
  const t = useT()
  const { isActing, act } = useAct()
  const { withdrawal, can } = page
  const params = { pageId: page.id }
  return (
    <>
      {page.deletedAt && (
        <Notice tone="bad" icon={<Trash2 aria-hidden />} title={t('page.isDeleted')}>
          <Button
            size="small"
            isPending={isActing}
            onPress={() =>
              act(async () => {
                keepPage(await api('POST /api/v1/pages/:pageId/restoration', { params }))
                toast(t('page.restored'))
              })
            }
          >
            {t('page.restore')}
          </Button>
        </Notice>
      )}
      {withdrawal && (
        <Notice tone="bad" icon={<CircleSlash aria-hidden />} title={t('withdraw.is')}>
          <p dir="auto">{withdrawal.reason}</p>
          <p className="text-sm text-muted">
            {t('withdraw.by', { name: withdrawal.by.displayName })}, <Time at={withdrawal.at} className="" />
          </p>
          {withdrawal.replacedBy && (
            <p>
              <Link to={pagePath(withdrawal.replacedBy.id)}>
                {t('withdraw.reads', { title: withdrawal.replacedBy.title })}
              </Link>
            </p>
          )}
          {can.withdraw === true && (
            <div className="pt-2">
              <Button
                size="small"
                isPending={isActing}
                onPress={() =>
                  act(async () => {
                    keepPage(await api('DELETE /api/v1/pages/:pageId/withdrawal', { params }))
                    toast(t('withdraw.backDone'))
                  })
                }
              >
                {t('withdraw.back')}
              </Button>
            </div>
          )}
        </Notice>
      )}
      {page.status === 'toReview' && can.review === true && (
        <Notice tone="warn" icon={<CalendarClock aria-hidden />} title={t('review.due')}>
          <div className="pt-2">
            <ReviewActs page={page} canChange={can.change === true} canWithdraw={can.withdraw === true} />
          </div>
        </Notice>
      )}
      {page.lockedBy && (
        <p className="page-row-line">
          <Lock aria-hidden className="size-4" />
          {t('page.locked', { name: page.lockedBy.displayName })}
        </p>
      )}
    </>
  )
}

function Acts({ page }: { page: PageDetail }) {
  const t = useT()
  const say = useErrorWords(t)
  const navigate = useNavigate()
  const { act } = useAct()
  const [open, setOpen] = useState<'arrange' | 'withdraw' | 'move' | 'put'>()
  const close = () => setOpen(undefined)
  const { can } = page
  const params = { pageId: page.id }
  // Acts of those who keep the page are simply not there for the others; what is refused for another reason says why.
  const item = (ability: true | string, one: Omit<MenuAct, 'isDisabled' | 'hint'>): MenuAct[] =>
    ability === 'keepersOnly' || ability === 'moderatorsOnly' || ability === 'joinFirst'
      ? []
      : [
          {
            ...one,
            isDisabled: ability !== true,
            hint:
              ability === true
                ? undefined
                : say(new ApiError('notPermitted', 403, undefined, { reason: ability })),
          },
        ]
  const lock = (isLocked: boolean) =>
    act(async () => {
      keepPage(await api('PATCH /api/v1/pages/:pageId', { params, body: { isLocked } }))
      toast(isLocked ? t('page.lockedDone') : t('page.unlockedDone'))
    })
  const remove = () =>
    act(async () => {
      await api('DELETE /api/v1/pages/:pageId', { params })
      refreshLists()
      toast(t('page.deleted'), {
        action: {
          label: t('undo'),
          run: () =>
            act(async () => {
              keepPage(await api('POST /api/v1/pages/:pageId/restoration', { params }))
              await navigate({ href: pagePath(page.id) })
            }),
        },
      })
      await navigate({ href: page.community.slug ? communityPagesPath(page.community.slug) : allPagesPath })
    })
  const copy = () =>
    act(async () => {
      await navigator.clipboard.writeText(new URL(pagePath(page.id), location.href).href)
      toast(t('page.linkCopied'))
    })
  const missing = (['fr', 'en'] as const).find(
    (one) => one !== page.language && !page.siblings.some((sibling) => sibling.language === one),
  )
  const groups: MenuAct[][] = [
    [
      { id: 'link', label: t('page.copyLink'), icon: <LinkIcon aria-hidden />, onAction: copy },
      {
        id: 'history',
        label: t('page.history'),
        icon: <History aria-hidden />,
        onAction: () => void navigate({ href: historyPath(page.id) }),
      },
      ...(missing
        ? item(can.translate, {
            id: 'translate',
            label: t(`page.translate.${missing}`),
            icon: <Languages aria-hidden />,
            onAction: () => void navigate({ href: newPagePath(page.community.slug, { translate: page.id }) }),
          })
        : []),
    ],
    [
      ...item(can.arrange, {
        id: 'arrange',
        label: t('arrange.act'),
        icon: <CalendarClock aria-hidden />,
        onAction: () => setOpen('arrange'),
      }),
      ...item(can.collect, {
        id: 'put',
        label: t('collection.put'),
        icon: <FolderPlus aria-hidden />,
        onAction: () => setOpen('put'),
      }),
      ...item(can.arrange, {
        id: 'lock',
        label: page.lockedBy ? t('page.unlock') : t('page.lock'),
        icon: page.lockedBy ? <LockOpen aria-hidden /> : <Lock aria-hidden />,
        onAction: () => lock(!page.lockedBy),
      }),
      ...item(can.move, {
        id: 'move',
        label: t('page.move'),
        icon: <FolderInput aria-hidden />,
        onAction: () => setOpen('move'),
      }),
    ],
    [
      ...(page.withdrawal
        ? []
        : item(can.withdraw, {
            id: 'withdraw',
            label: t('withdraw.title'),
            icon: <CircleSlash aria-hidden />,
            onAction: () => setOpen('withdraw'),
          })),
      ...item(can.delete, {
        id: 'delete',
        label: t('page.delete'),
        icon: <Trash2 aria-hidden />,
        onAction: remove,
        danger: true,
      }),
    ],
  ].filter((group) => group.length > 0)
  return (
    <>
      {can.change === true && !page.deletedAt && (
        <ButtonLink to={editPath(page.id)} look="primary">
          {t('page.edit')}
        </ButtonLink>
      )}
      <Menu
        label={t('moreActs')}
        trigger={
          <Button look="quiet" icon aria-label={t('moreActs')}>
            <Ellipsis aria-hidden />
          </Button>
        }
        groups={groups}
      />
      <Suspense>
        {open === 'arrange' && <ArrangeDialog page={page} onClose={close} />}
        {open === 'withdraw' && <WithdrawDialog page={page} onClose={close} />}
        {open === 'move' && <MoveDialog page={page} onClose={close} />}
        {open === 'put' && <PutDialog page={page} onClose={close} />}
      </Suspense>
    </>
  )
}
