import { Bell, Flag, Heart, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../Button.tsx'
import { FileButton } from '../FileButton.tsx'
import { FilterChips } from '../FilterChips.tsx'
import { Section } from '../Layout.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Menu } from '../Menu.tsx'
import { Tooltip } from '../Tooltip.tsx'
import type { Pick } from './Gallery.tsx'

export function Acts({ pick }: { pick: Pick }) {
  const [kinds, setKinds] = useState(['question'])
  const [rhythm, setRhythm] = useState('day')
  return (
    <Section title={pick('Actes', 'Acts')}>
      <div className="grid gap-4">
        <div className="flex flex-wrap gap-2">
          <Button look="primary">{pick('Publier', 'Post')}</Button>
          <Button>{pick('Inviter', 'Invite')}</Button>
          <Button look="quiet">{pick('Plus tard', 'Later')}</Button>
          <Button look="danger">{pick('Retirer', 'Remove')}</Button>
          <LinkButton href="#main">{pick('Lire la charte', 'Read the charter')}</LinkButton>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" isPending>
            {pick('Publier', 'Post')}
          </Button>
          <Button isPending>{pick('Inviter', 'Invite')}</Button>
          <Button look="primary" isDisabled>
            {pick('Publier', 'Post')}
          </Button>
          <Button isDisabled>{pick('Inviter', 'Invite')}</Button>
          <Button look="quiet" isDisabled>
            {pick('Plus tard', 'Later')}
          </Button>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small">
            <Heart aria-hidden />
            {pick('Merci', 'Thanks')}
          </Button>
          <Button size="small" look="quiet">
            {pick('Répondre', 'Answer')}
          </Button>
          <Tooltip text={pick('Me prévenir', 'Notify me')}>
            <Button look="quiet" icon aria-label={pick('Me prévenir', 'Notify me')}>
              <Bell aria-hidden />
            </Button>
          </Tooltip>
          <FileButton onFiles={() => {}} accept={['image/*']}>
            {pick('Joindre une photo', 'Add a photo')}
          </FileButton>
          <Menu
            label={pick('Actes sur la publication', 'Acts on the post')}
            trigger={<Button>{pick('Autres actes', 'More')}</Button>}
            groups={[
              [
                { id: 'edit', label: pick('Modifier', 'Edit'), icon: <Pencil aria-hidden /> },
                {
                  id: 'report',
                  label: pick('Signaler', 'Report'),
                  icon: <Flag aria-hidden />,
                  hint: pick('Les modérateurs verront votre nom', 'Moderators will see your name'),
                },
              ],
              {
                id: 'rhythm',
                title: pick('Résumé', 'Digest'),
                selected: rhythm,
                options: [
                  { id: 'day', label: pick('Chaque jour', 'Daily') },
                  { id: 'week', label: pick('Chaque semaine', 'Weekly') },
                ],
                onSelect: setRhythm,
              },
              [
                {
                  id: 'remove',
                  label: pick('Retirer', 'Remove'),
                  danger: true,
                  icon: <Trash2 aria-hidden />,
                },
              ],
            ]}
          />
        </div>
        <FilterChips
          label={pick('Types de publication', 'Kinds of post')}
          multiple
          options={[
            { id: 'question', label: 'Questions' },
            { id: 'idea', label: pick('Idées', 'Ideas') },
            { id: 'practice', label: pick('Bonnes pratiques', 'Practices') },
          ]}
          selected={kinds}
          onSelect={setKinds}
        />
      </div>
    </Section>
  )
}
