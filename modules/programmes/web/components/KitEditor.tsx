import { useQuery } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Kit, KitContent, Programme } from '#modules/programmes/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { kitQuestionsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { localToday } from '../when.ts'

type List = keyof KitContent
const newId = () => Math.random().toString(36).slice(2, 12)
const languages = ['fr', 'en'] as const

/** Writes the kit: every saving is a version. */
export default function KitEditor({
  programme,
  kit,
  onClose,
}: {
  programme: Programme
  kit: Kit
  onClose: () => void
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [content, setContent] = useState<KitContent>(kit.content)
  const base = kit.versions[0]?.version ?? 0

  const change = <L extends List>(list: L, index: number, part: Partial<KitContent[L][number]>) =>
    setContent({
      ...content,
      [list]: content[list].map((one, place) => (place === index ? { ...one, ...part } : one)),
    })
  const add = <L extends List>(list: L, one: KitContent[L][number]) =>
    setContent({ ...content, [list]: [...content[list], one] })
  const drop = (list: List, index: number) =>
    setContent({ ...content, [list]: content[list].filter((_, place) => place !== index) })
  const swap = (list: List, index: number, by: 1 | -1) => {
    const items = [...content[list]] as unknown[]
    ;[items[index], items[index + by]] = [items[index + by], items[index]]
    setContent({ ...content, [list]: items })
  }
  const frame = (list: List, index: number, name: string, children: ReactNode) => (
    <fieldset key={content[list][index]!.id} className="kit-item">
      <legend>{name}</legend>
      <div className="kit-item-acts">
        {index > 0 && (
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={t('kit.up', { what: name })}
            onPress={() => swap(list, index, -1)}
          >
            <ArrowUp aria-hidden />
          </Button>
        )}
        {index < content[list].length - 1 && (
          <Button
            look="quiet"
            size="small"
            icon
            aria-label={t('kit.down', { what: name })}
            onPress={() => swap(list, index, 1)}
          >
            <ArrowDown aria-hidden />
          </Button>
        )}
        <Button
          look="quiet"
          size="small"
          icon
          aria-label={t('kit.remove', { what: name })}
          onPress={() => drop(list, index)}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
      {children}
    </fieldset>
  )
  const save = () =>
    act(async () => {
      await api('PUT /api/v1/programmes/:programmeId/kit', {
        params: { programmeId: programme.id },
        body: { base, content },
      })
      return t('kit.saved')
    }, onClose)
  const bar = (
    <div className="flex flex-wrap gap-2 py-3">
      <Button look="primary" isPending={isActing} onPress={save}>
        {t('kit.save')}
      </Button>
      <Button onPress={onClose}>{t('common.cancel')}</Button>
    </div>
  )
  return (
    <>
      <p className="m-0 text-muted">{t('kit.editHint')}</p>
      <Section
        title={t('kit.messages')}
        aside={
          <AddButton
            label={t('kit.addMessage')}
            onPress={() => add('messages', { id: newId(), audience: '', short: {}, long: {} })}
          />
        }
      >
        {content.messages.map((one, index) =>
          frame(
            'messages',
            index,
            one.audience || t('kit.message', { n: index + 1 }),
            <>
              <TextField
                label={t('kit.audience')}
                optional
                value={one.audience ?? ''}
                onChange={(audience) => change('messages', index, { audience })}
                maxLength={120}
              />
              <div className="kit-pair">
                {languages.map((language) => (
                  <div key={language} className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
                    <TextArea
                      label={`${t('kit.short')} (${language.toUpperCase()})`}
                      value={one.short[language] ?? ''}
                      onChange={(text) =>
                        change('messages', index, { short: { ...one.short, [language]: text } })
                      }
                      maxLength={600}
                    />
                    <TextArea
                      label={`${t('kit.long')} (${language.toUpperCase()})`}
                      value={one.long[language] ?? ''}
                      onChange={(text) =>
                        change('messages', index, { long: { ...one.long, [language]: text } })
                      }
                      maxLength={4000}
                      rows={5}
                    />
                  </div>
                ))}
              </div>
            </>,
          ),
        )}
      </Section>
      <Section
        title={t('kit.slides')}
        aside={
          <AddButton
            label={t('kit.addSlide')}
            onPress={() => add('slides', { id: newId(), title: {}, notes: {} })}
          />
        }
      >
        {content.slides.map((one, index) =>
          frame(
            'slides',
            index,
            t('kit.slide', { n: index + 1 }),
            <div className="kit-pair">
              {languages.map((language) => (
                <div key={language} className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
                  <TextField
                    label={`${t('kit.slideTitle')} (${language.toUpperCase()})`}
                    value={one.title[language] ?? ''}
                    onChange={(text) =>
                      change('slides', index, { title: { ...one.title, [language]: text } })
                    }
                    maxLength={160}
                  />
                  <TextArea
                    label={`${t('kit.notes')} (${language.toUpperCase()})`}
                    value={one.notes[language] ?? ''}
                    onChange={(text) =>
                      change('slides', index, { notes: { ...one.notes, [language]: text } })
                    }
                    maxLength={2000}
                  />
                </div>
              ))}
            </div>,
          ),
        )}
      </Section>
      <Section
        title={t('kit.questions')}
        aside={
          <AddButton
            label={t('kit.addQuestion')}
            onPress={() =>
              add('questions', { id: newId(), question: {}, answer: {}, on: localToday(), postId: null })
            }
          />
        }
      >
        <FromCommunity
          programme={programme}
          taken={content.questions.flatMap(({ postId }) => postId ?? [])}
          onTake={(question, answer, postId) =>
            add('questions', {
              id: newId(),
              question: { fr: question },
              answer: { fr: answer },
              on: localToday(),
              postId,
            })
          }
        />
        {content.questions.map((one, index) =>
          frame(
            'questions',
            index,
            t('kit.question', { n: index + 1 }),
            <div className="kit-pair">
              {languages.map((language) => (
                <div key={language} className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
                  <TextField
                    label={`${t('kit.questionText')} (${language.toUpperCase()})`}
                    value={one.question[language] ?? ''}
                    onChange={(text) =>
                      change('questions', index, {
                        question: { ...one.question, [language]: text },
                        on: localToday(),
                      })
                    }
                    maxLength={300}
                  />
                  <TextArea
                    label={`${t('kit.answer')} (${language.toUpperCase()})`}
                    value={one.answer[language] ?? ''}
                    onChange={(text) =>
                      change('questions', index, {
                        answer: { ...one.answer, [language]: text },
                        on: localToday(),
                      })
                    }
                    maxLength={3000}
                  />
                </div>
              ))}
            </div>,
          ),
        )}
      </Section>
      {bar}
    </>
  )
}

const AddButton = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <Button size="small" onPress={onPress}>
    <Plus aria-hidden />
    {label}
  </Button>
)

/** Answered questions of the communities, one press away from the kit. */
function FromCommunity({
  programme,
  taken,
  onTake,
}: {
  programme: Programme
  taken: readonly string[]
  onTake: (question: string, answer: string, postId: string) => void
}) {
  const t = useT()
  const items = (useQuery(kitQuestionsQuery(programme.id)).data?.items ?? []).filter(
    ({ postId }) => !taken.includes(postId),
  )
  if (items.length === 0) return null
  return (
    <Select
      label={t('kit.fromCommunity')}
      hint={t('kit.fromCommunityHint')}
      className="max-w-xl"
      value={null}
      onChange={(id) => {
        const one = items.find(({ postId }) => postId === id)
        if (one) onTake(one.question, one.answer, one.postId)
      }}
      options={items.map(({ postId, question }) => ({ id: postId, label: question }))}
    />
  )
}
