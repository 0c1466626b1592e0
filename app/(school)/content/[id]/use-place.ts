import { useTranslations } from 'next-intl'

/** Where in a payload something is, in the words of its fields: `quizzes[0].title.es` is "Quizzes 1 › Title › Spanish". */
export function usePlace() {
  const t = useTranslations('content')
  const wordOf = (step: string) => {
    const key = (['fields', 'languages'] as const).map((group) => `${group}.${step}`).find((one) => t.has(one))
    return key ? t(key) : step
  }
  return (path: string) => path.split('.').map((step) => {
    const [, name = step, numbers = ''] = /^([^[]*)(.*)$/.exec(step) ?? []
    return [wordOf(name), ...(numbers.match(/\d+/g) ?? []).map((number) => String(Number(number) + 1))].join(' ')
  }).join(' › ')
}
