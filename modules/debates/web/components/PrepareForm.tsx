import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Debate, Form } from '#modules/debates/contract.ts'
import type { Attachment } from '#modules/discussions/contract.ts'
import { TextWithFiles } from '#modules/discussions/web/public.ts'
import { api } from '#platform/web/api.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { charterQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'

interface LinkDraft {
  title: string
  /** A page of ours (`/pages/…`) or an address. */
  address: string
}
const pageOf = (address: string): string | undefined =>
  /\/pages\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/.exec(address)?.[1]
const isAddress = (address: string): boolean =>
  pageOf(address) !== undefined || /^https?:\/\/\S+$/.test(address)
/** The end of a day, on the clock of whoever prepares. */
const endOf = (day: string): string => new Date(`${day}T18:00:00`).toISOString()
const beginningOf = (day: string): string => new Date(`${day}T08:00:00`).toISOString()
const dayOf = (at: string): string => new Date(at).toLocaleDateString('sv')

/** Everything that is prepared before a debate opens. */
export function PrepareForm({
  slug,
  debate,
  wish,
  onDone,
}: {
  slug: string
  debate?: Debate
  wish?: { id: string; question: string } | undefined
  onDone: (made: Debate) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const [question, setQuestion] = useState(debate?.question ?? wish?.question ?? '')
  const [form, setForm] = useState<Form>(debate?.form ?? 'question')
  const [fileMd, setFile] = useState(debate?.file.bodyMd ?? '')
  const [attachments, setAttachments] = useState<Attachment[]>(debate?.file.attachments ?? [])
  const [isBusy, setBusy] = useState(false)
  const [links, setLinks] = useState<LinkDraft[]>(
    debate?.file.links.map(({ page, title, url }) => ({
      title: title ?? page?.title ?? '',
      address: page ? `/pages/${page.id}` : (url ?? ''),
    })) ?? [],
  )
  const [rules, setRules] = useState(debate?.rules ?? '')
  const [articles, setArticles] = useState<number[]>(debate?.articles.map(({ number }) => number) ?? [])
  const [mayBeNameless, setNameless] = useState(debate?.mayBeNameless ?? true)
  const [showVotes, setShowVotes] = useState(debate?.showVotes ?? 'atEnd')
  const [opensOn, setOpensOn] = useState<string | null>(debate?.opensAt ? dayOf(debate.opensAt) : null)
  const [closesOn, setClosesOn] = useState<string | null>(debate ? dayOf(debate.closesAt) : null)
  const charter = useQuery(charterQuery(slug)).data?.charter
  const kept = links.filter(({ address }) => address.trim())
  const body = {
    question: question.trim(),
    form,
    fileMd,
    attachments: attachments.map(({ id }) => id),
    links: kept.map(({ title, address }) => {
      const pageId = pageOf(address)
      return {
        ...(title.trim() && { title: title.trim() }),
        ...(pageId ? { pageId } : { url: address.trim() }),
      }
    }),
    rules: rules.trim(),
    articles,
    mayBeNameless,
    showVotes,
    opensAt: opensOn ? beginningOf(opensOn) : null,
  }
  const act = useAct(
    () =>
      debate
        ? api('PATCH /api/v1/debates/:debateId', {
            params: { debateId: debate.id },
            body: { ...body, closesAt: endOf(closesOn!) },
          })
        : api('POST /api/v1/communities/:community/debates', {
            params: { community: slug },
            body: { ...body, closesAt: endOf(closesOn!), language, ...(wish && { wishId: wish.id }) },
          }),
    t('prepare.saved'),
    onDone,
  )
  const change = (index: number, part: Partial<LinkDraft>) =>
    setLinks(links.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const send = () => {
    if (question.trim() && closesOn && !isBusy && kept.every(({ address }) => isAddress(address))) act.run()
  }
  return (
    <form
      className="grid gap-5"
      aria-label={t('prepare.title')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        label={t('prepare.question')}
        hint={t('prepare.questionHint')}
        value={question}
        onChange={setQuestion}
        maxLength={200}
      />
      <RadioGroup
        label={t('prepare.form')}
        cards
        value={form}
        onChange={(id) => setForm(id === 'proposals' ? 'proposals' : 'question')}
        options={[
          { id: 'question', label: t('prepare.formQuestion'), hint: t('prepare.formQuestionHint') },
          { id: 'proposals', label: t('prepare.formProposals'), hint: t('prepare.formProposalsHint') },
        ]}
      />
      <div className="grid gap-1">
        <p className="font-medium">{t('file.title')}</p>
        <p className="text-sm text-muted">{t('prepare.fileHint')}</p>
        <Suspense fallback={<Skeleton height="12rem" />}>
          <TextWithFiles
            label={t('file.title')}
            language={debate?.language ?? language}
            value={fileMd}
            onChange={setFile}
            onSubmit={send}
            attachments={attachments}
            onAttachments={(apply) => setAttachments(apply)}
            onBusy={setBusy}
            rows={8}
          />
        </Suspense>
      </div>
      {!debate && <p className="text-sm text-muted">{t('prepare.videoLater')}</p>}
      {links.map((link, index) => (
        <div key={index} className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t('prepare.linkAddress')}
            placeholder="https://"
            value={link.address}
            onChange={(address) => change(index, { address })}
            maxLength={1000}
            {...(link.address.trim() && !isAddress(link.address.trim()) && { error: t('prepare.linkBad') })}
          />
          <TextField
            label={t('prepare.linkTitle')}
            optional
            value={link.title}
            onChange={(title) => change(index, { title })}
            maxLength={200}
          />
        </div>
      ))}
      <p>
        <Button size="small" onPress={() => setLinks([...links, { title: '', address: '' }])}>
          {t('prepare.addLink')}
        </Button>
      </p>
      {charter && charter.articles.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="font-medium">{t('prepare.articles')}</legend>
          {charter.articles.map(({ number, title }) => (
            <Checkbox
              key={number}
              isSelected={articles.includes(number)}
              onChange={(isIn) =>
                setArticles(isIn ? [...articles, number] : articles.filter((one) => one !== number))
              }
            >
              {t('rules.article', { number, title: pickText(title, language) })}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <TextArea
        label={t('prepare.rules')}
        optional
        hint={t('prepare.rulesHint')}
        value={rules}
        onChange={setRules}
        maxLength={2000}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          label={t('prepare.opens')}
          optional
          hint={t('prepare.opensHint')}
          value={opensOn}
          onChange={setOpensOn}
        />
        <DateField label={t('prepare.closes')} value={closesOn} onChange={setClosesOn} min={today()} />
      </div>
      <Checkbox isSelected={mayBeNameless} onChange={setNameless} hint={t('prepare.namelessHint')}>
        {t('prepare.nameless')}
      </Checkbox>
      {form === 'proposals' && (
        <RadioGroup
          label={t('prepare.votes')}
          value={showVotes}
          onChange={(id) => setShowVotes(id === 'fromFive' ? 'fromFive' : 'atEnd')}
          options={[
            { id: 'atEnd', label: t('prepare.votesAtEnd') },
            { id: 'fromFive', label: t('prepare.votesFromFive') },
          ]}
        />
      )}
      <p>
        <Button
          type="submit"
          look="primary"
          isDisabled={!question.trim() || !closesOn || isBusy}
          isPending={act.isPending}
        >
          {t(debate ? 'common.save' : 'prepare.create')}
        </Button>
      </p>
    </form>
  )
}
