import type { Bell } from '@/lib/domain/academics/campus-facts.server'

type Words = (key: 'bell.on' | 'bell.next', values: { number: number; of: number; at: string }) => string

/** Which lesson is on and until when, or when the next one begins. */
export const bellWords = (t: Words, { number, of, isOn, startsAt, endsAt }: Bell) => t(isOn ? 'bell.on' : 'bell.next', { number, of, at: isOn ? endsAt : startsAt })
