export const meetPath = '/people/meet'
export const skillPath = (skill: string): string =>
  `/people?skill=${encodeURIComponent(JSON.stringify(skill))}`
export const editProfilePath = '/me/profile'
