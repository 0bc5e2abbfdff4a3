export default {
  title: 'Essais',
  archive: {
    trials: 'Essais auxquels vous participez',
    trialResults: 'Ce que vous avez essayé',
    trialPhotos: 'Photos de vos essais',
    trialFeedback: 'Vos avis sur un essai',
    trialIdeas: 'Vos idées',
    trialVotes: 'Vos votes',
    trialVerdicts: 'Vos réponses à « est-ce que cela marche pour vous »',
  },
} as const
