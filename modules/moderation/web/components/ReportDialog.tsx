import { useState } from 'react'
import { useCommunity } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import type { SlotText } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Layout.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Props {
  text: SlotText
  onClose: () => void
  onWriteFirst: () => void
}

/** What is wrong, by the charter's articles, in one's own words, or by the law. */
export default function ReportDialog({ text, onClose, onWriteFirst }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const community = useCommunity(text.community.slug)
  const [reason, setReason] = useState<string>('')
  const [words, setWords] = useState('')
  const [around, setAround] = useState(false)
  const [faith, setFaith] = useState(false)
  const isLaw = reason === 'law'
  const needsWords = isLaw || reason === 'other'
  const isComplete = reason !== '' && (!needsWords || words.trim() !== '') && (!isLaw || faith)
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/reports', {
        body: {
          postId: text.postId,
          commentId: text.commentId,
          article: /^\d+$/.test(reason) ? Number(reason) : null,
          law: isLaw,
          words: words.trim() || null,
          around: around && !isLaw,
        },
        idempotencyKey,
      }),
    t('report.done'),
    onClose,
  )
  return (
    <Dialog
      title={t('report.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!isComplete}
            isPending={act.isPending}
            onPress={() => act.run(undefined)}
          >
            {t('report.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('report.lead')}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {t('report.first')}
          <Button size="small" onPress={onWriteFirst}>
            {t('report.writeFirst', { name: text.author.displayName })}
          </Button>
        </p>
        <RadioGroup
          label={t('report.what')}
          cards
          value={reason}
          onChange={setReason}
          options={[
            ...(community?.charter?.articles ?? []).map((article) => ({
              id: String(article.number),
              label: t('articleTitle', { n: article.number, title: pickText(article.title, language) }),
              hint: pickText(article.body, language),
            })),
            { id: 'other', label: t('report.other'), hint: t('report.otherHint') },
            { id: 'law', label: t('report.law'), hint: t('report.lawHint') },
          ]}
        />
        {isLaw && <Notice tone="warn">{t('report.lawNotice')}</Notice>}
        <TextArea
          label={t(isLaw ? 'report.wordsLaw' : 'report.words')}
          optional={!needsWords}
          value={words}
          onChange={setWords}
          maxLength={2000}
        />
        {isLaw ? (
          <Checkbox isSelected={faith} onChange={setFaith}>
            {t('report.faith')}
          </Checkbox>
        ) : (
          <Checkbox isSelected={around} onChange={setAround} hint={t('report.aroundHint')}>
            {t('report.around')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}
