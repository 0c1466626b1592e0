import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { searchPeople, type Found } from '@/lib/domain/people/search.server'
import { defineRoute } from '@/lib/platform/route.server'

const hrefTo = (room: string) => ({ id, ...found }: Found) => ({ ...found, id: `${room} ${id}`, href: `/${room}?q=${encodeURIComponent(id)}` })

/** The palette's people. Each leads to its list, narrowed to the one. */
export const GET = defineRoute({
  needs: 'SIGNED_IN',
  input: z.object({ q: z.string().max(100).default('') }),
  run: async (ctx, { input }) => {
    const [t, { students, staff }] = await Promise.all([getTranslations('navigation'), searchPeople(ctx, input.q)])
    const groups = [
      { label: t('students'), items: students.map(hrefTo('students')) },
      { label: t('staff'), items: staff.map(hrefTo('staff')) },
    ]
    return { groups: groups.filter(({ items }) => items.length > 0) }
  },
})
