import { expect, test } from 'vitest'
import { errorToLog } from './log.server'

test('of a driver’s error the log keeps what finds it, not the row or the connection it carries', () => {
  const cause = new Error('duplicate key')
  const error = Object.assign(new Error('not saved', { cause }), { code: '23505', detail: 'Key (email)=(mia@cedar.example)', client: { secretKey: 7 } })
  const kept = errorToLog(error)
  expect(Object.keys(kept)).toEqual(['type', 'message', 'stack', 'code'])
  expect(kept).toMatchObject({ type: 'Error', message: 'not saved: duplicate key', code: '23505' })
  expect(kept.stack).toContain('caused by: Error: duplicate key')
  expect(JSON.stringify(kept)).not.toMatch(/mia@|secretKey/)
})
