import 'server-only'
import pino from 'pino'
import { env } from './env'

/** Structured log on stdout. Never log names, marks, tokens or bodies: ids and counts only. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  redact: { paths: ['password', 'token', '*.password', '*.token', '*.tokenHash', 'cookie'], censor: '[removed]' },
})
