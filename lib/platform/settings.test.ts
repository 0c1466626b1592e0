import { expect, test } from 'vitest'
import { parseSettings } from './settings'

test('nothing need be set', () => {
  expect(parseSettings({}).settings).toMatchObject({ DATA_DIR: '.data', HOST: '127.0.0.1', LOG_LEVEL: 'info', TRUST_PROXY: false })
})

test('an empty variable counts as unset', () => {
  expect(parseSettings({ PORT: '', NEXTAUTH_URL: '' }).settings?.PORT).toBeUndefined()
})

test('values arrive as what they are', () => {
  expect(parseSettings({ PORT: '8080', TRUST_PROXY: 'true', DEMO: 'false' }).settings).toMatchObject({ PORT: 8080, TRUST_PROXY: true, DEMO: false })
})

test.each([
  [{ PORT: '80a' }, 'PORT is not a port number, for example 3000'],
  [{ PORT: '70000' }, 'PORT is not between 1 and 65535'],
  [{ DATABASE_URL: 'mysql://host/db' }, 'DATABASE_URL is not the address of a PostgreSQL database, for example postgresql://'],
  [{ DATABASE_URL: 'postgresql://host' }, 'DATABASE_URL is not the address'],
  [{ NEXTAUTH_URL: 'school.example' }, 'NEXTAUTH_URL is not a web address, for example https://school.example'],
  [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET is shorter than 32 characters'],
  [{ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'abc' }, 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not 16, 24 or 32 bytes'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is not debug, info, warn, error or silent'],
  [{ CLOCK: 'tomorrow' }, 'CLOCK is not a date and a time, for example 2026-11-20T09:35:00'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY is not true or false'],
  [{ S3_ENDPOINT: 'minio:9000' }, 'S3_ENDPOINT is not a web address, for example https://minio.example'],
  [{ S3_ENDPOINT: 'https://minio.example' }, 'S3_BUCKET is missing: it belongs to S3_ENDPOINT'],
  [{ S3_BUCKET: 'school' }, 'S3_ACCESS_KEY_ID is missing: it belongs to S3_BUCKET'],
  [{ GOOGLE_CLIENT_ID: 'id' }, 'GOOGLE_CLIENT_SECRET is missing: it belongs to GOOGLE_CLIENT_ID'],
])('%j is refused in one sentence', (given, sentence) => {
  const { wrong } = parseSettings(given)
  expect(wrong).toContain(`The setting ${sentence}`)
  expect(wrong?.split('\n')).toHaveLength(1)
})
