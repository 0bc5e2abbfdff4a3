import { expect, test } from 'vitest'
import { tracesIn } from './recognisable.ts'

test('says what may tell who wrote, and is quiet otherwise', () => {
  expect(tracesIn('On attend trop longtemps les pièces. Il faudrait un créneau.')).toEqual([])
  expect(tracesIn('')).toEqual([])
  expect(tracesIn('Demandez à Karim, il sait')).toEqual(['name'])
  expect(tracesIn('On était 3 hier')).toEqual(['number'])
  expect(tracesIn('Dans mon équipe on n’ose pas')).toEqual(['role'])
  expect(tracesIn('C’est trop long !!!')).toEqual(['style'])
})
