'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { signOut } from '@/lib/domain/access/session.server'
import { defineAction } from '@/lib/platform/action.server'

export const signOutAction = defineAction({
  needs: 'SIGNED_IN',
  input: z.undefined(),
  run: async () => {
    await signOut()
    redirect('/sign-in')
  },
})
