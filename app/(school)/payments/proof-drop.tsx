'use client'

import { FileDrop } from '@/components/files/file-drop'
import { acceptedFiles, fileLimits } from '@/lib/domain/files/file'
import { takeProof } from './proof-waiting'

/** Room for a payment's proof; what was chosen when it was recorded comes first. */
export const ProofDrop = ({ paymentId }: { paymentId: string }) => <FileDrop to={{ entity: 'payments', id: paymentId }} accept={acceptedFiles.attachment} limit={fileLimits.attachment} chosen={() => takeProof(paymentId)} />
