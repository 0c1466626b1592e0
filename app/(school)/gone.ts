import { notFound } from 'next/navigation'
import { Refusal } from '@/lib/platform/errors'

/** For `.catch(gone)`: what is not there for this person is a page that is not there. */
export function gone(error: unknown): never {
  if (error instanceof Refusal && error.code === 'not-found') notFound()
  throw error
}
