import 'server-only'
import pino from 'pino'
import { env } from './env'

/** Of an error what finds it again. A driver's carries more: the row that clashed, its connection and that one's key. */
export function errorToLog(error: Error) {
  const { type, message, stack, code } = pino.stdSerializers.err(error) as { type: string; message: string; stack: string; code?: unknown }
  return { type, message, stack, code }
}

/** Structured log on stdout. Never log names, marks, tokens or bodies: ids and counts only. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  serializers: { err: errorToLog },
  redact: { paths: ['password', 'token', '*.password', '*.token', '*.tokenHash', 'cookie'], censor: '[removed]' },
})
