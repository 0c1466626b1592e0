import { expect, test } from 'vitest'
import { permissions } from '@/lib/platform/permissions'
import { permissionsByModule, publishInput, warningsOf } from './role-change'

test.each([
  ['a deed on what cannot be seen', ['UPDATE_STUDENTS'], {}, [{ kind: 'writeWithoutRead', permission: 'UPDATE_STUDENTS' }]],
  ['a deed on what is seen', ['READ_STUDENTS', 'UPDATE_STUDENTS'], {}, []],
  ['a role of nothing', [], {}, [{ kind: 'empty', permission: null }]],
  ['the own way back', ['READ_STUDENTS'], { isOwn: true, loses: new Set(['UPDATE_ROLES', 'READ_STAFF']) }, [{ kind: 'lockOut', permission: 'UPDATE_ROLES' }]],
  ['somebody else’s way back', ['READ_STUDENTS'], { loses: new Set(['UPDATE_ROLES']) }, []],
] as const)('%s is told before it is published', (_, after, of, warnings) => {
  expect(warningsOf(new Set(after), { isOwn: false, loses: new Set<string>(), ...of })).toEqual(warnings)
})

test('every permission stands once in the matrix', () => {
  expect(permissionsByModule.flatMap(({ names }) => names).sort()).toEqual([...permissions].sort())
})

test('nothing is published without a reason, and nothing that is no permission', () => {
  const change = { roleId: crypto.randomUUID(), seen: new Date().toISOString(), grant: ['READ_STUDENTS'], revoke: [] }
  expect(publishInput.safeParse({ changes: [change], reason: 'The new year' }).success).toBe(true)
  expect(publishInput.safeParse({ changes: [change], reason: ' x ' }).error?.issues).toMatchObject([{ path: ['reason'] }])
  expect(publishInput.safeParse({ changes: [{ ...change, grant: ['globalAccess'] }], reason: 'The new year' }).success).toBe(false)
})
