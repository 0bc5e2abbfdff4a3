export const meetPath = '/people/meet'
export const expertsPath = (slug: string): string => `/communities/${slug}/workbench/experts`
export const skillPath = (skill: string): string =>
  `/people?skill=${encodeURIComponent(JSON.stringify(skill))}`
export const editProfilePath = '/me/profile'
