import { useState } from 'react'
import { Checkbox } from '../Checkbox.tsx'
import { ComboBox } from '../ComboBox.tsx'
import { DateField } from '../DateField.tsx'
import { Section } from '../Layout.tsx'
import { RadioGroup } from '../RadioGroup.tsx'
import { SearchField } from '../SearchField.tsx'
import { Select } from '../Select.tsx'
import { Switch } from '../Switch.tsx'
import { TextArea } from '../TextArea.tsx'
import { TextField } from '../TextField.tsx'
import { TimeField } from '../TimeField.tsx'
import type { Pick } from './Gallery.tsx'

export function Fields({ pick }: { pick: Pick }) {
  const [site, setSite] = useState<string>('nantes')
  const [day, setDay] = useState<string | null>('2026-12-01')
  const [time, setTime] = useState<string | null>('14:00')
  const sites = [
    { id: 'nantes', label: 'Nantes', hint: pick('Atelier et bureaux', 'Workshop and offices') },
    { id: 'lyon', label: 'Lyon', hint: pick('Bureaux', 'Offices') },
    { id: 'ghent', label: pick('Gand', 'Ghent'), isDisabled: true },
  ]
  return (
    <Section title={pick('Champs', 'Fields')}>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <TextField
          label={pick('Nom de la communauté', 'Name of the community')}
          hint={pick('Court, et dit par tous.', 'Short, and said by everybody.')}
          defaultValue={pick('Soudure et assemblage', 'Welding and assembly')}
        />
        <TextField
          label={pick('Adresse électronique', 'Email address')}
          type="email"
          defaultValue="lea@"
          error={pick('Il manque la fin de l’adresse.', 'The end of the address is missing.')}
        />
        <TextField label={pick('Téléphone', 'Phone')} optional placeholder="06 12 34 56 78" />
        <TextField
          label={pick('Entité', 'Entity')}
          isDisabled
          defaultValue={pick('Direction industrielle', 'Manufacturing')}
        />
        <TextArea
          label={pick('Votre réponse', 'Your answer')}
          placeholder={pick('Ce que vous avez essayé, ce qui a marché…', 'What you tried, what worked…')}
        />
        <TextArea
          label={pick('Pourquoi cette communauté existe', 'Why this community exists')}
          error={pick('Dites-le en une phrase.', 'Say it in one sentence.')}
          defaultValue={pick(
            'Les reprises de soudure coûtent 11 jours par mois à l’atelier.',
            'Welding rework costs the workshop 11 days a month.',
          )}
        />
        <Select label={pick('Site', 'Site')} options={sites} value={site} onChange={setSite} />
        <Select
          label={pick('Entité', 'Entity')}
          options={sites}
          placeholder={pick('Choisir', 'Choose')}
          error={pick('Choisissez une entité.', 'Choose an entity.')}
        />
        <ComboBox
          label={pick('Qui pourrait répondre', 'Who could answer')}
          options={sites}
          placeholder={pick('Un nom, un savoir…', 'A name, a skill…')}
        />
        <DateField
          label={pick('Jour', 'Day')}
          hint={pick('Écrit chiffre par chiffre, ou choisi dans le mois.', 'Typed part by part, or chosen.')}
          value={day}
          onChange={setDay}
        />
        <TimeField label={pick('Heure', 'Time')} value={time} onChange={setTime} />
        <DateField
          label={pick('Jusqu’au', 'Until')}
          optional
          value={null}
          onChange={() => {}}
          error={pick('Ce jour est passé.', 'This day is past.')}
        />
        <TimeField label={pick('Fin', 'End')} value={null} onChange={() => {}} isDisabled />
        <div className="field">
          <span className="field-label">{pick('Recherche', 'Search')}</span>
          <SearchField label={pick('Rechercher une personne', 'Search for a person')} defaultValue="Léa" />
        </div>
        <RadioGroup
          label={pick('Résumé', 'Digest')}
          defaultValue="week"
          options={[
            {
              id: 'day',
              label: pick('Chaque jour', 'Daily'),
              hint: pick('À 8 h, jours ouvrés', 'At 8:00, working days'),
            },
            { id: 'week', label: pick('Chaque semaine', 'Weekly') },
            { id: 'never', label: pick('Jamais', 'Never'), isDisabled: true },
          ]}
        />
        <RadioGroup
          label={pick('Ouverture', 'Visibility')}
          cards
          defaultValue="open"
          options={[
            {
              id: 'open',
              label: pick('Ouverte', 'Open'),
              hint: pick('Chacun lit et entre.', 'Everybody reads and joins.'),
            },
            {
              id: 'closed',
              label: pick('Fermée', 'Closed'),
              hint: pick('Visible\u202f; on demande à entrer.', 'Visible; people ask to join.'),
            },
          ]}
        />
        <div>
          <Checkbox defaultSelected hint={pick('Vous pourrez changer d’avis.', 'You can change your mind.')}>
            {pick('J’accepte la charte', 'I accept the charter')}
          </Checkbox>
          <Checkbox>{pick('Me prévenir des réponses', 'Tell me about answers')}</Checkbox>
          <Checkbox isIndeterminate>{pick('Tous les sites', 'All sites')}</Checkbox>
          <Checkbox isDisabled>{pick('Partenaires admis', 'Partners admitted')}</Checkbox>
          <Checkbox isInvalid>{pick('J’ai relu', 'I have read it again')}</Checkbox>
        </div>
        <div>
          <Switch defaultSelected hint={pick('Rien entre 19 h et 8 h.', 'Nothing between 19:00 and 8:00.')}>
            {pick('Heures calmes', 'Quiet hours')}
          </Switch>
          <Switch>{pick('Montrer mon numéro', 'Show my number')}</Switch>
          <Switch isDisabled>{pick('Photo du service', 'Photo of the department')}</Switch>
        </div>
      </div>
    </Section>
  )
}
