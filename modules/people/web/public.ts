// The browser door of people for other modules.
export { MemberAvatar, MemberLink } from './components/MemberLink.tsx'
export { directoryPath, memberPath } from './paths.ts'
