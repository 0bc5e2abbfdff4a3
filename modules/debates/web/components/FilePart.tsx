import { useState } from 'react'
import type { Debate } from '#modules/debates/contract.ts'
import { Attachments } from '#modules/discussions/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { CaptionedVideo } from '#platform/web/video/CaptionedVideo.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { Prose } from '#ui/Prose.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { captionsSrc, videoSrc } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** The neutral file: what one should know before taking a side, who wrote it and who read it. */
export function FilePart({ debate }: { debate: Debate }) {
  const t = useT()
  const { file } = debate
  if (!file.bodyMd && file.links.length === 0 && !file.video) return null
  return (
    <Section title={t('file.title')}>
      <div className="grid gap-4">
        <Prose html={file.html} language={debate.language} />
        {file.video && (
          <CaptionedVideo
            video={file.video}
            title={debate.question}
            src={videoSrc(debate.id)}
            captionsSrc={(language) => captionsSrc(debate.id, language)}
            words={t}
          />
        )}
        {file.links.length > 0 && (
          <ul className="grid gap-1" aria-label={t('file.links')}>
            {file.links.map(({ page, title, url }) => (
              <li key={page?.id ?? url}>
                {page ? (
                  <PlainLink to={`/pages/${page.id}`} className="member-link">
                    {title ?? page.title}
                  </PlainLink>
                ) : (
                  <a href={url ?? '#'} rel="noopener noreferrer" className="member-link">
                    {title ?? url}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
        {file.attachments.length > 0 && <Attachments list={file.attachments} bodyHtml={file.html} />}
        <p className="debate-facts">
          {file.by && (
            <span>
              {t('file.by')} <MemberLink member={file.by} />
            </span>
          )}
          {debate.state !== 'prepared' && debate.reviews.length > 0 && (
            <span className="inline-flex flex-wrap gap-x-2">
              {t('file.readBy')}
              {debate.reviews.map(({ reviewer }) => (
                <MemberLink key={reviewer.id} member={reviewer} />
              ))}
            </span>
          )}
        </p>
      </div>
    </Section>
  )
}

/** Articles of the charter that count here, and the debate's own words. */
export function RulesPart({ debate }: { debate: Debate }) {
  const t = useT()
  const { language } = useLanguage()
  if (debate.articles.length === 0 && !debate.rules) return null
  return (
    <Section title={t('rules.title')}>
      <div className="grid gap-2">
        {debate.articles.map(({ number, title, body }) => (
          <p key={number}>
            <strong>{t('rules.article', { number, title: pickText(title, language) })}</strong>{' '}
            {pickText(body, language)}
          </p>
        ))}
        {debate.rules && <p className="debate-words">{debate.rules}</p>}
      </div>
    </Section>
  )
}

/** For the two who were asked: is this neutral? */
export function ReviewPart({ debate }: { debate: Debate }) {
  const t = useT()
  const [word, setWord] = useState('')
  const mine = debate.reviews.find(({ side }) => side !== null)
  const act = useAct(
    (isNeutral: boolean) =>
      api('PUT /api/v1/debates/:debateId/review', {
        params: { debateId: debate.id },
        body: { isNeutral, ...(word.trim() && { word: word.trim() }) },
      }),
    t('review.said'),
  )
  if (!debate.can.review) return null
  return (
    <Section
      title={t('review.title')}
      hint={t(mine?.side === 'against' ? 'review.hintAgainst' : 'review.hintFor')}
    >
      <div className="grid gap-3">
        {mine?.isCurrent && mine.isNeutral !== null && (
          <Notice>{t(mine.isNeutral ? 'review.isNeutral' : 'review.isNot')}</Notice>
        )}
        <TextArea label={t('review.word')} optional value={word} onChange={setWord} maxLength={1000} />
        <p className="debate-acts">
          <Button look="primary" isPending={act.isPending} onPress={() => act.run(true)}>
            {t('review.yes')}
          </Button>
          <Button isPending={act.isPending} onPress={() => act.run(false)}>
            {t('review.no')}
          </Button>
        </p>
      </div>
    </Section>
  )
}
