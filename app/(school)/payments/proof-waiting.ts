const waiting = new Map<string, readonly File[]>()

/** The proof that was chosen while a payment was recorded waits for the payment's page, which sends it and says how far it is. */
export const leaveProof = (paymentId: string, files: readonly File[]) => void waiting.set(paymentId, files)

export function takeProof(paymentId: string): readonly File[] {
  const files = waiting.get(paymentId) ?? []
  waiting.delete(paymentId)
  return files
}
