import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {
  title: 'The demo company',
  lead: 'Arvanne, an imaginary industrial group, to see Préau alive before inviting people: 200 people, seven communities, fourteen months of conversations.',
  loaded: 'The demo company is loaded',
  loadedHint: 'Its characters and communities stand among yours, in the directory and in search.',
  open: 'It opens a door',
  openHint:
    'While it is here, anybody who reaches the sign-in page may enter, without a password, as one of its characters, and read every open community, yours included. Remove it before anything real is written.',
  notLoaded: 'The demo company is not loaded',
  notLoadedHint: 'You can remove all of it, at any moment.',
  beforeLoad:
    'Once it is loaded, anybody who reaches the sign-in page may enter, without a password, as one of its characters, and read every open community, yours included. Not for a Préau where real people already write.',
  load: 'Load the demo',
  loadTitle: 'Load the demo company?',
  loading: 'Loading',
  removing: 'Removing',
  working: 'This takes about a minute. You can leave this page, the work goes on.',
  remove: 'Remove the demo',
  removeTitle: 'Remove the demo company?',
  removeGoes:
    'Gone for good: its communities and all that is written there, also by real people, its characters, its sites and entities.',
  removeStays:
    'Kept: your accounts, your communities and what is written there. A character who acted in one of your communities becomes a former member there.',
  cancel: 'Cancel',
  saidLoaded: 'The demo company is loaded.',
  saidRemoved: 'The demo company is removed.',
  failed: 'The work did not succeed',
  failedHint:
    'Nothing has changed. Try again; if it happens again, run this command on the server, it says why:',
  refusal: {
    demoAlreadyLoaded: 'The demo is already loaded.',
    demoNotLoaded: 'The demo is not loaded.',
  },
} as const satisfies SameShape<typeof fr>
