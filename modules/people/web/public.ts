// The browser door of people for other modules.
export { AdminTabs } from './components/AdminTabs.tsx'
export { MemberAvatar, MemberLink } from './components/MemberLink.tsx'
export { directoryPath, memberPath } from './paths.ts'
