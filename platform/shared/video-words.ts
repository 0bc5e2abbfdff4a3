import type { SameShape } from './i18n.ts'

// What is said around a video wherever one is sent, captioned and shown: a module that has some puts these under
// `video` and `refusal` of its own catalogue, so that nobody else loads them.

export const videoFr = {
  title: 'Vidéo',
  hint: 'MP4 ou WebM. Une vidéo ne paraît qu’avec des sous-titres, pour que chacun puisse la suivre.',
  add: 'Ajouter une vidéo',
  replace: 'Remplacer la vidéo',
  remove: 'Retirer la vidéo',
  sending: 'Envoi de la vidéo',
  captions: 'Sous-titres',
  language: 'Langue des sous-titres',
  file: 'Charger un fichier WebVTT',
  from: 'De',
  to: 'À',
  words: 'Ce qui est dit',
  timeHint: 'Minutes et secondes, par exemple 0:07.',
  addLine: 'Ajouter une ligne',
  removeLine: 'Supprimer la ligne {n}',
  line: 'Ligne {n}',
  saveCaptions: 'Enregistrer les sous-titres',
  captionsSaved: 'Les sous-titres sont enregistrés.',
  has: 'Sous-titres\u00a0: {list}',
  none: 'Sans sous-titres, cette vidéo ne peut pas paraître.',
  transcript: 'Transcription',
  transcriptHint: 'Tout ce qui est dit et montré, en texte.',
  saveTranscript: 'Enregistrer la transcription',
  transcriptSaved: 'La transcription est enregistrée.',
  problem: {
    noHeader: 'Ce fichier ne commence pas par WEBVTT.',
    noCue: 'Il n’y a aucun sous-titre.',
    badTime: 'Sous-titre {cue}\u00a0: les temps ne vont pas.',
    emptyCue: 'Sous-titre {cue}\u00a0: il est vide.',
    outOfOrder: 'Sous-titre {cue}\u00a0: il commence avant le précédent.',
    tooMany: 'Il y a trop de sous-titres.',
  },
} as const

export const videoEn = {
  title: 'Video',
  hint: 'MP4 or WebM. A video appears only with captions, so that everybody can follow it.',
  add: 'Add a video',
  replace: 'Replace the video',
  remove: 'Take the video out',
  sending: 'Sending the video',
  captions: 'Captions',
  language: 'Language of the captions',
  file: 'Load a WebVTT file',
  from: 'From',
  to: 'To',
  words: 'What is said',
  timeHint: 'Minutes and seconds, for instance 0:07.',
  addLine: 'Add a line',
  removeLine: 'Delete line {n}',
  line: 'Line {n}',
  saveCaptions: 'Save the captions',
  captionsSaved: 'The captions are saved.',
  has: 'Captions: {list}',
  none: 'Without captions this video cannot appear.',
  transcript: 'Transcript',
  transcriptHint: 'Everything that is said and shown, as text.',
  saveTranscript: 'Save the transcript',
  transcriptSaved: 'The transcript is saved.',
  problem: {
    noHeader: 'This file does not begin with WEBVTT.',
    noCue: 'There is no caption.',
    badTime: 'Caption {cue}: its times do not work.',
    emptyCue: 'Caption {cue}: it is empty.',
    outOfOrder: 'Caption {cue}: it begins before the one above.',
    tooMany: 'There are too many captions.',
  },
} as const satisfies SameShape<typeof videoFr>

export const videoRefusalsFr = {
  videoMissing: 'Ajoutez d’abord une vidéo.',
  videoNotRecognised: 'Ce fichier n’est ni un MP4 ni un WebM. Enregistrez la vidéo dans l’un de ces formats.',
  videoTooLarge: 'Cette vidéo est trop lourde. Raccourcissez-la, ou baissez sa définition.',
  captionsRequired: 'Ajoutez des sous-titres avant de publier la vidéo.',
  captionsUnreadable: 'Ces sous-titres ne peuvent pas être lus. Vérifiez les temps et les lignes vides.',
} as const

export const videoRefusalsEn = {
  videoMissing: 'Add a video first.',
  videoNotRecognised: 'This file is neither MP4 nor WebM. Save the video in one of these formats.',
  videoTooLarge: 'This video is too large. Shorten it, or lower its definition.',
  captionsRequired: 'Add captions before the video is published.',
  captionsUnreadable: 'These captions cannot be read. Check the times and the empty lines.',
} as const satisfies SameShape<typeof videoRefusalsFr>
