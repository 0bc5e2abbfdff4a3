import { registry } from './registry-fr.ts'
import { screens } from './screens-fr.ts'

export default {
  ...registry,
  ...screens,
  title: 'Ambassadeurs',
  refusal: {
    ambassadorProgrammeNotFound: 'Ce programme n’est plus là.',
    mandateNotFound: 'Ce mandat n’est plus là.',
    ambassadorMeetingNotFound: 'Cette rencontre n’est plus là.',
    contributionNotFound: 'Cette ligne n’est plus dans votre carnet.',
    attestationNotFound: 'Cette attestation n’est plus là.',
    agreementNotFound: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau à votre collègue.',
    alreadyInProgramme: 'Cette personne est déjà dans le programme, ou déjà proposée.',
    memberNotAvailable: 'Cette personne ne peut pas être choisie.',
    ambassadorProgrammeClosed: 'Ce programme est clos.',
    notThisState: 'Quelqu’un a avancé entre-temps. La page vient de se mettre à jour.',
    notYetConsented: 'Il manque le oui de la personne proposée. Elle a reçu un message.',
    inductionIncomplete:
      'L’intégration n’est pas finie. Les étapes qui manquent sont affichées sur la fiche.',
    renewedOnce: 'Un mandat se renouvelle une fois, puis d’autres prennent leur tour.',
    mandateNotOver: 'Le mandat n’est pas à son terme. Proposez un échange.',
    talkNotDue:
      'Rien ne justifie de proposer un échange\u00a0: il faut deux trimestres sous le minimum, hors absences déclarées.',
    talkNotHeld: 'Notez d’abord que l’échange a eu lieu.',
    exitIncomplete: 'Il manque l’échange, le mot de remerciement ou l’annonce rédigée par la personne.',
    launchIncomplete:
      'Le lancement attend une charte publiée et une rencontre de lancement où au moins 60\u202f% étaient là.',
    seatsBelowTaken: 'Plus de places sont prises que ce nombre.',
    charterMissing: 'Aucune charte n’est encore publiée.',
    notTheirStep: 'Cette étape revient à l’autre personne.',
    managerAddressRefused: 'Donnez l’adresse professionnelle de votre responsable, dans l’entreprise.',
    askedTooOften: 'Trois demandes par jour suffisent. Réessayez demain.',
    nothingChosen: 'Choisissez au moins une ligne.',
    scopeMissing: 'Rattachez le programme à une communauté ou à un programme de changement.',
    notPermitted: {
      ambassadorLeadersOnly: 'Seules les personnes qui animent ce programme le peuvent.',
    },
  },
} as const
