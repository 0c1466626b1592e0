import 'server-only'
import { createTranslator } from 'next-intl'
import { defaultLocale, isLocale } from '@/lib/platform/i18n/locales'
import { messagesOf } from '@/lib/platform/i18n/messages.server'
import type { GradeNaming } from './roster-classes.sql.server'
import type { Diagnostic } from './roster-diagnostic'
import { gradeCode, gradeOrder, isKnownGrade } from './roster-terms'

export type Words = (key: string, params?: Record<string, string | number>) => string

/** The words of imports in a language, for work that runs outside of a request. */
export const importWords = async (locale: string): Promise<Words> => {
  const t = createTranslator({ locale: isLocale(locale) ? locale : defaultLocale, messages: await messagesOf(isLocale(locale) ? locale : defaultLocale), namespace: 'imports' })
  return t as unknown as Words
}

/** The sentence of a remark: what is wrong and what to do. */
export const sentenceOf = (words: Words, { code, file, row, column, value, params }: Diagnostic): string =>
  words(`diagnostics.${code}`, { file, row: row ?? 0, column: column ?? '', value: value ?? '', ...params })

/** Names grades in the organization's language and recognises those it has, whatever they are called. */
export const gradeNaming = (words: Words): GradeNaming => (raws, existing) => {
  const known = new Map<string, { id: string; code: string; name: string }>()
  for (const grade of existing) {
    for (const name of [grade.name, grade.code]) known.set(gradeCode(name).toLowerCase(), grade)
  }
  return raws.map((raw) => {
    const code = gradeCode(raw)
    const here = known.get(code.toLowerCase())
    const name = /^\d\d$/.test(code) ? words('gradeNames.number', { number: Number(code) }) : isKnownGrade(code) ? words(`gradeNames.${code}`) : code
    return { raw, code: here?.code ?? code, name: here?.name ?? name, order: gradeOrder(code), id: here?.id ?? null, known: Boolean(here) || isKnownGrade(code) }
  })
}
