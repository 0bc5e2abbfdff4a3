import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-rules.ts'
import { networkOf } from './throttle.ts'

describe('passwords', () => {
  it.each([
    ['court', 'tooShort'],
    ['x'.repeat(257), 'tooLong'],
    ['aaaaaaaaaaaa', 'tooCommon'],
    ['123456789012', 'tooCommon'],
    ['motdepasse123', 'tooCommon'],
    ['Password1234!', 'tooCommon'],
    ['P@ssw0rd12345', 'tooCommon'],
    ['azertyazerty', 'tooCommon'],
    ['Été2026!!!!!', 'tooCommon'],
    ['lea.marchand1', 'containsAddress'],
  ])('refuse %s: %s', (password, reason) => {
    expect(passwordProblem(password, 'lea.marchand@exemple.test')).toBe(reason)
  })

  it.each([
    'trois cigognes au grenier',
    'Tr0ub4dour-et-3',
    '四つの正しい馬の電池の釘です',
    'lea.marchand aime les bateaux',
    '7f!Kq9-zZ2pw4x',
  ])('accept %s', (password) => {
    expect(passwordProblem(password, 'lea.marchand@exemple.test')).toBeUndefined()
  })
})

describe('networks', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s belongs to %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
