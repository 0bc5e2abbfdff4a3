// The browser door of discussions for other modules.
export { KindIcon, KindMark } from './components/KindMark.tsx'
export { PartnerBand } from './components/PartnerBand.tsx'
export { communityPath, postPath, questionsPath, writePath } from './paths.ts'
