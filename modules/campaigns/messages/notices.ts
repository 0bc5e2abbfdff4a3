// What people are told; the title of the campaign, story or contest stands before each sentence.
export const fr = {
  proposed: 'On propose à votre communauté de participer à cette campagne',
  handed: 'Vous menez désormais cette campagne',
  closed: 'La campagne se termine\u00a0: ce qu’elle a donné, et des remerciements',
  consent: 'Ce témoignage vous nomme ou vous montre\u202f; rien ne paraît sans votre accord',
  takenOut: 'Une personne n’y figure plus\u202f; relisez ce qui reste',
  shown: 'Chacun a dit oui\u00a0: votre témoignage est publié',
  putBack: 'D’autres avaient donné leur accord sur ces mots\u00a0: ils sont remis tels quels',
  winner: 'Vous êtes choisi·e\u202f; dites si vous souhaitez que votre nom paraisse',
  juror: 'Vous faites partie du jury de ce concours',
}
export const en: typeof fr = {
  proposed: 'Your community is invited to take part in this campaign',
  handed: 'You lead this campaign from now on',
  closed: 'The campaign ends: what it gave, and thanks',
  consent: 'This story names or shows you; nothing appears without your yes',
  takenOut: 'Somebody is no longer in it; read again what is left',
  shown: 'Everybody said yes: your story is published',
  putBack: 'Others had agreed to these very words: they are back as they were',
  winner: 'You were chosen; say whether you wish to be named',
  juror: 'You are on the jury of this contest',
}
