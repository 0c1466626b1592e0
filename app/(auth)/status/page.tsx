import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'

/** For whoever watches over the installation: a page that needs nobody and reads nothing. Benchmarks compare with it. */
export default async function StatusPage() {
  await headers()
  const t = await getTranslations('common')
  return <main className="grid min-h-dvh place-items-center text-soft"><h1>{t('up')}</h1></main>
}
