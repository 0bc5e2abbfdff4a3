/** The article that a charter gets when a room without hierarchy is announced. */
export const roomArticle = {
  title: { fr: 'Ici, sans hiérarchie', en: 'No hierarchy here' },
  body: {
    fr: 'Dans cette communauté, le produit n’affiche ni métier, ni entité, ni marque de sponsor, d’administration ou d’animation à côté des noms. Aucune publication n’est mise en avant. Les personnes qui modèrent restent reconnaissables comme telles, parce qu’elles rendent compte de ce qu’elles décident. Les fiches de l’annuaire ne changent pas\u00a0: nous nous parlons ici comme si nous ne les avions pas lues.',
    en: 'In this community the product shows neither job, nor entity, nor any mark of sponsor, administrator or manager beside a name. No post is put forward. Those who moderate stay recognisable as moderators, because they answer for what they decide. Profiles in the directory do not change: here we talk as if we had not read them.',
  },
}
