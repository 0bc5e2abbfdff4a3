export const notificationsPath = '/notifications'
export const notificationSettingsPath = '/me/notifications'
export const homePath = '/'
export const communitiesPath = '/communities'
export const memberPath = (memberId: string): string => `/people/${memberId}`
