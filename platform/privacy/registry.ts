/**
 * Privacy class of a field (design: trust): P public act, V voluntary role, S self, A5/A10 aggregate over at
 * least 5/10 people, D directory data the person or the organisation entered.
 */
export type PrivacyClass = 'P' | 'V' | 'S' | 'A5' | 'A10' | 'D'

export type SeenBy =
  | 'everyone' // every signed-in employee; guests: people they share a community with
  | 'communityReaders'
  | 'communityMembers'
  | 'communityManagers'
  | 'moderators'
  | 'administrators'
  | 'self'

/**
 * One field of one kind of object about a person. Response schemas name the object with `personal('member')`;
 * a property that is not in the registry stops the boot, so that nothing about a person leaves unregistered.
 */
export interface PersonalField {
  entity: string
  field: string
  class: PrivacyClass
  seenBy: readonly SeenBy[]
  /** Message key of the purpose in the module's catalogue, e.g. `privacy.jobTitle`. */
  purpose: string
  /** How long it is kept, as a message key, e.g. `retention.account`. */
  retention: string
}

/**
 * A screen that shows people by name to somebody with a role; every look is written where those people read it.
 * Its words are `access.screen.<screen>` and `access.purpose.<purpose>` of people's catalogue.
 */
export interface PersonalScreen {
  screen: string
  purpose: string
  /** Who can open it. */
  seenBy: readonly SeenBy[]
  /** What it shows, as in the note of the look. */
  fields: readonly string[]
}

/** Several fields of one kind of object that share their class, audience, purpose and retention; `names` are parted by spaces. */
export const fieldsOf = (
  entity: string,
  names: string,
  kind: Pick<PersonalField, 'class' | 'seenBy' | 'purpose'>,
  retention: string,
): PersonalField[] =>
  names.split(' ').map((name) => ({ entity, field: name, ...kind, retention: `retention.${retention}` }))

/** Marks a response schema as describing a person; checked at boot against the registry. */
export const personal = (entity: string): { 'x-person': string } => ({ 'x-person': entity })

/**
 * Values of one person by `entity.field`. A field that is registered but absent here is shown on the objects
 * themselves (a post's author); an empty list says that nothing is stored.
 */
export type PersonalValues = Record<string, readonly string[]>
