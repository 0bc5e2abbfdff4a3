import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { Section } from '../Layout.tsx'
import { Popover } from '../Popover.tsx'
import { TextArea } from '../TextArea.tsx'
import { Toasts, type ToastItem } from '../Toasts.tsx'
import type { Pick } from './Gallery.tsx'

export function Layers({ pick }: { pick: Pick }) {
  const [open, setOpen] = useState<'plain' | 'alert'>()
  const [toasts, setToasts] = useState<ToastItem[]>([])
  const close = () => setOpen(undefined)
  return (
    <Section title={pick('Au-dessus', 'Above')}>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setOpen('plain')}>{pick('Ouvrir une feuille', 'Open a sheet')}</Button>
        <Button onPress={() => setOpen('alert')}>{pick('Demander', 'Ask')}</Button>
        <Popover
          label={pick('Explication', 'Explanation')}
          trigger={<Button>{pick('Pourquoi\u202f?', 'Why?')}</Button>}
        >
          {pick(
            'Parce que trois personnes de votre site y parlent de ce sujet.',
            'Because three people of your site talk about it there.',
          )}
        </Popover>
        <Button
          onPress={() =>
            setToasts([
              {
                id: '1',
                text: pick('Publication retirée', 'Post removed'),
                action: { label: pick('Annuler', 'Undo'), run: () => {} },
              },
              { id: '2', text: pick('Préau ne répond pas', 'Préau does not answer'), tone: 'bad' },
            ])
          }
        >
          {pick('Dire quelque chose', 'Say something')}
        </Button>
      </div>
      <Dialog
        title={
          open === 'alert'
            ? pick('Quitter la communauté\u202f?', 'Leave the community?')
            : pick('Remercier Léa', 'Thank Léa')
        }
        isOpen={open !== undefined}
        alert={open === 'alert'}
        onClose={close}
        acts={
          <>
            <Button look="quiet" onPress={close}>
              {pick('Garder pour plus tard', 'Keep for later')}
            </Button>
            <Button look="primary" onPress={close}>
              {open === 'alert' ? pick('Quitter', 'Leave') : pick('Remercier', 'Thank')}
            </Button>
          </>
        }
      >
        {open === 'alert' ? (
          <p>
            {pick(
              'Vos publications restent, signées de votre nom.',
              'Your posts stay, signed with your name.',
            )}
          </p>
        ) : (
          <TextArea label={pick('En quoi cela vous a servi', 'How it helped you')} />
        )}
      </Dialog>
      <Toasts
        label={pick('Exemples', 'Samples')}
        toasts={toasts}
        onClose={(id) => setToasts((now) => now.filter((toast) => toast.id !== id))}
      />
    </Section>
  )
}
