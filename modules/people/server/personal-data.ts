import type { ServerModule } from '#platform/module.ts'
import type { PersonalField, PersonalScreen } from '#platform/privacy/registry.ts'

export interface RegisteredModule {
  name: string
  fields: readonly PersonalField[]
  values: ServerModule['personalValues']
}

let registered: readonly RegisteredModule[] = []
let screens: readonly PersonalScreen[] = []

/** Told once at boot what every module shows about a person; "What is seen about me" is drawn from it. */
export function registerPersonalData(modules: readonly ServerModule[]): void {
  registered = modules
    .filter((module) => module.personalFields && module.personalFields.length > 0)
    .map((module) => ({ name: module.name, fields: module.personalFields!, values: module.personalValues }))
  screens = modules.flatMap((module) => module.personalScreens ?? [])
}

export const listRegistered = (): readonly RegisteredModule[] => registered

/** Every screen that names people to somebody with a role. */
export const listScreens = (): readonly PersonalScreen[] => screens
