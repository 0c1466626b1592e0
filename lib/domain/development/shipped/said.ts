import type { Words } from '@/lib/domain/development/content-type'

/** English, Spanish. */
export const said = (en: string, es: string): Words => ({ en, es })

/** A question with its options, which of them is right (counted from 0), and why. */
export const asked = (text: Words, options: Words[], answer: number, explanation: Words) => ({ text, options, answer, explanation })
