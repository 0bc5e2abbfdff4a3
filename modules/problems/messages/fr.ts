export default {
  title: 'Problème et indicateur',
  archive: {
    values: 'Valeurs que vous avez relevées',
    interventions: 'Actions que vous avez notées',
    reviews: 'Revues que vous avez faites',
  },
} as const
