// What people are told; the programme's name stands before each sentence.
export const fr = {
  sign: 'Un budget attend votre signature',
  review: 'On vous demande de relire le cadrage',
}
export const en: typeof fr = {
  sign: 'A budget waits for your signature',
  review: 'You are asked to read the canvas again',
}
