// The browser door of people for other modules.
export { AdminTabs } from './components/AdminTabs.tsx'
export { MemberAvatar, MemberLink } from './components/MemberLink.tsx'
export { Way } from './components/Way.tsx'
export { TimezoneField } from './components/TimezoneField.tsx'
export { TagsField } from './components/TagsField.tsx'
export { directoryPath, memberPath } from './paths.ts'
