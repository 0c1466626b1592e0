import { requestLocale } from '@/lib/platform/i18n/locale.server'
import { getTranslations } from 'next-intl/server'
import { publicRoute } from '@/lib/platform/route.server'
import { offlineHtml, offlinePolicy } from './offline-page'

export const GET = publicRoute('The service worker keeps it for when we are not reached; it tells nothing of anybody.', async () => {
  const [locale, t] = [await requestLocale(), await getTranslations('offline')]
  const kept = [
    { prefix: 'register:', path: '/attendance/', title: t('kept'), text: t('keptText'), waiting: t('waiting'), draft: t('draft') },
    { prefix: 'walkthrough:', path: '/walkthroughs/new?', title: t('visits'), text: t('visitsText'), waiting: t('waiting'), draft: t('visitDraft'), visit: t.raw('visit') as string },
  ]
  return new Response(await offlineHtml({ locale, title: t('title'), text: t('text'), deed: t('again'), kept }), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': offlinePolicy, 'Cache-Control': 'no-store' },
  })
})
