'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { createOrganization, inviteFirstAdministrator, reopenOrganization, suspendOrganization } from '@/lib/domain/access/organization.server'
import { founderInput, newOrganizationInput, suspensionInput, visitRequestInput } from '@/lib/domain/access/support'
import { beginFactorInput, codeInput } from '@/lib/domain/access/second-factor'
import { beginSupportFactor, confirmSupportFactor } from '@/lib/domain/access/support-factor.server'
import { askForVisit } from '@/lib/domain/access/support-grant.server'
import { createUsualReasons } from '@/lib/domain/attendance/reason.server'
import { defineGateAction } from '@/lib/platform/action.server'

const why = 'A person of the platform is in no organization; the deed itself asks for the platform role.'
const anew = <Input, Output>(deed: (input: Input) => Promise<Output>) => async (input: Input) => {
  const done = await deed(input)
  revalidatePath('/organizations')
  return done
}

export const askForVisitAction = defineGateAction({ why, input: visitRequestInput, run: anew(askForVisit) })
export const createOrganizationAction = defineGateAction({ why, input: newOrganizationInput, run: anew((input: z.output<typeof newOrganizationInput>) => createOrganization(input, createUsualReasons)) })
export const inviteFirstAdministratorAction = defineGateAction({ why, input: founderInput, run: anew(inviteFirstAdministrator) })
export const suspendOrganizationAction = defineGateAction({ why, input: suspensionInput, run: anew(suspendOrganization) })
export const reopenOrganizationAction = defineGateAction({ why, input: z.object({ organizationId: z.uuid() }), run: anew(reopenOrganization) })
export const beginSupportFactorAction = defineGateAction({ why, input: beginFactorInput, run: beginSupportFactor })
export const confirmSupportFactorAction = defineGateAction({ why, input: codeInput, run: confirmSupportFactor })
