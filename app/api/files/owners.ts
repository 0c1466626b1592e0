import { userFiles } from '@/lib/domain/access/user-files.server'
import { paymentFiles } from '@/lib/domain/billing/payment-files.server'
import { campusFiles, documentFiles, guardianFiles, staffFiles, studentFiles } from '@/lib/domain/people/people-files.server'

/** Every kind of record that has files. */
export const fileOwners = [campusFiles, documentFiles, guardianFiles, paymentFiles, staffFiles, studentFiles, userFiles]
