import { Check, TriangleAlert, UserRound } from 'lucide-react'
import { accents } from '../accents.ts'
import { Avatar } from '../Avatar.tsx'
import { AvatarStack } from '../AvatarStack.tsx'
import { Card, Notice, Rows, Section } from '../Layout.tsx'
import { Progress } from '../Progress.tsx'
import { Eyelet, Kbd } from '../Small.tsx'
import { Count, Tag } from '../Tag.tsx'
import { Time } from '../Time.tsx'
import type { Pick } from './Gallery.tsx'

const names = [
  'Léa Marchand',
  'Karim Benali',
  'Inès Roussel',
  'Tom Verhaeghe',
  'Awa Diop',
  'Jean-Luc Petit',
  'Sofia Rossi',
  'Nils',
]
const people = names.map((name, index) => ({ id: `gallery-${index * 7}`, name }))
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

export function Marks({ pick }: { pick: Pick }) {
  const [first = { id: '', name: '' }, second = first, third = first] = people
  return (
    <>
      <Section title={pick('Visages et marques', 'Faces and marks')}>
        <div className="grid gap-5">
          <div className="flex flex-wrap items-center gap-3">
            {people.map((person) => (
              <Avatar key={person.id} {...person} label={person.name} />
            ))}
            <Avatar
              id="c1"
              name={pick('Soudure', 'Welding')}
              square
              size="l"
              label={pick('Soudure', 'Welding')}
            />
            <Avatar {...first} size="xl" label={first.name} />
            <Avatar {...second} size="l" photo="/favicon.svg" label={second.name} />
            <Avatar {...third} size="s" label={third.name} />
          </div>
          <AvatarStack people={people} total={143} />
          <div className="flex flex-wrap items-center gap-2">
            <Tag>Question</Tag>
            <Tag tone="accent">{pick('Experte', 'Expert')}</Tag>
            <Tag tone="good" icon={<Check aria-hidden />}>
              {pick('Résolue', 'Solved')}
            </Tag>
            <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
              {pick('À relire', 'To review')}
            </Tag>
            <Tag tone="bad" icon={<TriangleAlert aria-hidden />}>
              {pick('Fermée', 'Closed')}
            </Tag>
            <Count value={7} label={pick('7 non lues', '7 unread')} />
            <Kbd>⌘K</Kbd>
            <Eyelet of={pick('votre site', 'your site')} href="#main" />
            <Time at={ago(0)} />
            <Time at={ago(25)} />
            <Time at={ago(60 * 26)} />
            <Time at={ago(60 * 24 * 40)} />
            <Time at="2024-03-05T09:00:00Z" />
          </div>
          <div className="flex flex-wrap gap-2">
            {accents.map((accent) => (
              <span key={accent} data-accent={accent} className="grid justify-items-center gap-1 text-sm">
                <span className="size-12 rounded-lg bg-accent grid place-items-center text-on-accent font-title text-xl">
                  Aa
                </span>
                <span className="tag">{accent}</span>
                <span className="text-accent">{accent}</span>
              </span>
            ))}
          </div>
          <Progress
            label={pick('Parcours d’accueil', 'Induction')}
            value={3}
            max={8}
            text={pick('3 étapes sur 8', '3 steps of 8')}
          />
        </div>
      </Section>
      <Section
        title={pick('Blocs', 'Blocks')}
        hint={pick('Un filet plutôt qu’une boîte.', 'A hairline rather than a box.')}
        aside={
          <a className="link" href="#main">
            {pick('Tout voir', 'See all')}
          </a>
        }
      >
        <div className="grid gap-5">
          <Rows label={pick('Conversations', 'Conversations')}>
            {people.slice(0, 2).map((person, index) => (
              <li key={person.id} className="flex gap-4">
                <Avatar {...person} />
                <div className="min-w-0">
                  <p className="flex flex-wrap gap-x-2 text-base">
                    <strong>{person.name}</strong>
                    <Time at={ago(index * 90 + 12)} />
                  </p>
                  <h3 className="mt-1">
                    {index
                      ? pick('Quel écartement pour de l’inox de 3 mm\u202f?', 'What gap for 3 mm stainless?')
                      : pick(
                          'Comment éviter les reprises sur les angles\u202f?',
                          'How do you avoid rework on corners?',
                        )}
                  </h3>
                  <p className="text-muted">
                    {pick(
                      'Nous pointons tous les 40 mm et le cordon tire encore à la fin.',
                      'We tack every 40 mm and the bead still pulls at the end.',
                    )}
                  </p>
                </div>
              </li>
            ))}
          </Rows>
          <Card>
            <p className="font-title text-xl">
              {pick('Une question attend depuis 26 h', 'A question has waited for 26 h')}
            </p>
            <p className="text-muted">
              {pick(
                'Votre communauté répond d’habitude en 4 h.',
                'Your community usually answers within 4 h.',
              )}
            </p>
          </Card>
          <Notice
            icon={<UserRound aria-hidden />}
            title={pick('Des partenaires lisent ici', 'Partners read here')}
          >
            {pick(
              'Ferronor et Delta Outils voient ce que vous écrivez.',
              'Ferronor and Delta Tools see what you write.',
            )}
          </Notice>
          <Notice tone="warn" icon={<TriangleAlert aria-hidden />}>
            {pick('La charte a changé le 3 mars.', 'The charter changed on 3 March.')}
          </Notice>
          <Notice
            tone="bad"
            icon={<TriangleAlert aria-hidden />}
            title={pick('Rien n’est parti', 'Nothing was sent')}
          >
            {pick('Votre texte est gardé.', 'Your text is kept.')}
          </Notice>
        </div>
      </Section>
    </>
  )
}
