import { useState } from 'react'
import type { Challenge, Entry } from '#modules/campaigns/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { campaignPath, postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** A contest: entering and withdrawing, the entries, the jury's own notes and its decision. */
export function Entries({ contest: it, address }: { contest: Challenge; address: string }) {
  const t = useT()
  const params = { challengeId: it.id }
  const mine = it.entries.find(({ isMine }) => isMine)
  const [storyId, setStory] = useState(it.enterable[0]?.id ?? null)
  const enter = useAct(
    () => api('PUT /api/v1/challenges/:challengeId/entry', { params, body: { storyId: storyId ?? '' } }),
    (_, now) => t('game.entered', { code: now.entries.find(({ isMine }) => isMine)?.code ?? '' }),
  )
  const withdraw = useAct(
    () => api('DELETE /api/v1/challenges/:challengeId/entry', { params }),
    t('game.withdrawn'),
  )
  const close = useAct(
    (_, idempotencyKey) => api('POST /api/v1/challenges/:challengeId/closing', { params, idempotencyKey }),
    t('game.closedNow'),
  )
  return (
    <>
      {it.can.enter && !mine && (
        <Section level={3} title={t('game.enter')}>
          {it.enterable.length === 0 ? (
            <div className="grid justify-items-start gap-3">
              <p className="max-w-[38rem]">{t('game.enterNone')}</p>
              <ButtonLink to={campaignPath(address, { story: 'new' })} look="primary" size="small">
                {t('page.tell')}
              </ButtonLink>
            </div>
          ) : (
            <div className="grid max-w-[28rem] gap-3">
              <Select
                label={t('game.enterPick')}
                options={it.enterable.map(({ id, title }) => ({ id, label: title }))}
                value={storyId}
                onChange={setStory}
              />
              <Button
                look="primary"
                className="justify-self-start"
                isPending={enter.isPending}
                isDisabled={!storyId}
                onPress={() => enter.run()}
              >
                {t('game.enterDo')}
              </Button>
            </div>
          )}
        </Section>
      )}
      <Section
        level={3}
        title={t('game.entries', { n: it.entries.length })}
        aside={
          mine && (
            <Button size="small" look="quiet" isPending={withdraw.isPending} onPress={() => withdraw.run()}>
              {t('game.withdraw')}
            </Button>
          )
        }
      >
        <Rows>
          {it.entries.map((entry) => (
            <li key={entry.id} className="grid gap-1">
              {entry.postId && entry.title ? (
                <>
                  <Link to={postPath(entry.postId)}>{entry.title}</Link>
                  <p className="flex flex-wrap gap-x-2 text-sm text-muted">
                    {entry.author && <MemberLink member={entry.author} />}
                    <code>{entry.code}</code>
                    {entry.isMine && <Tag tone="accent">{t('game.mine')}</Tag>}
                  </p>
                </>
              ) : (
                <p className="text-muted">{t('game.hiddenEntry', { code: entry.code })}</p>
              )}
              {it.can.note && <NoteField challengeId={it.id} entry={entry} />}
            </li>
          ))}
        </Rows>
      </Section>
      {it.can.decide && it.entries.length > 0 && <Decide contest={it} />}
      {it.can.close && (
        <div className="grid justify-items-start gap-2 py-4">
          <p className="max-w-[38rem] text-sm text-muted">
            {t(it.way === 'jury' ? 'game.closeHintJury' : 'game.closeHintDraw')}
          </p>
          <Button size="small" isPending={close.isPending} onPress={() => close.run()}>
            {t('game.closeNow')}
          </Button>
        </div>
      )}
    </>
  )
}

function NoteField({ challengeId, entry }: { challengeId: string; entry: Entry }) {
  const t = useT()
  const [note, setNote] = useState(entry.note ?? '')
  const save = useAct(
    () =>
      api('PUT /api/v1/challenges/:challengeId/notes/:entryId', {
        params: { challengeId, entryId: entry.id },
        body: { note: note.trim() },
      }),
    t('game.saved'),
  )
  return (
    <div className="grid max-w-[28rem] gap-2">
      <TextArea label={t('game.note')} value={note} onChange={setNote} rows={2} maxLength={2000} />
      <Button
        size="small"
        className="justify-self-start"
        isDisabled={note.trim() === (entry.note ?? '')}
        isPending={save.isPending}
        onPress={() => save.run()}
      >
        {t('game.saveNote')}
      </Button>
    </div>
  )
}

function Decide({ contest: it }: { contest: Challenge }) {
  const t = useT()
  const [words, setWords] = useState('')
  const [codes, setCodes] = useState<readonly string[]>([])
  const decide = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/challenges/:challengeId/decision', {
        params: { challengeId: it.id },
        body: { words: words.trim(), codes: [...codes] },
        idempotencyKey,
      }),
    t('game.decided'),
  )
  return (
    <Section level={3} title={t('game.decide')} hint={t('game.decideHint')}>
      <div className="grid max-w-[38rem] gap-4">
        <div
          role="group"
          aria-label={t('game.decideWho', { n: String(it.winnersWanted) })}
          className="grid gap-1"
        >
          <p className="field-label">{t('game.decideWho', { n: String(it.winnersWanted) })}</p>
          {it.entries.map(({ code, title }) => (
            <Checkbox
              key={code}
              isSelected={codes.includes(code)}
              isDisabled={!codes.includes(code) && codes.length >= it.winnersWanted}
              onChange={(now) => setCodes(now ? [...codes, code] : codes.filter((one) => one !== code))}
            >
              {title ?? code}
            </Checkbox>
          ))}
        </div>
        <TextArea label={t('game.decide')} value={words} onChange={setWords} rows={4} maxLength={4000} />
        <Button
          look="primary"
          className="justify-self-start"
          isDisabled={!words.trim() || codes.length === 0}
          isPending={decide.isPending}
          onPress={() => decide.run()}
        >
          {t('game.decideDo')}
        </Button>
      </div>
    </Section>
  )
}
