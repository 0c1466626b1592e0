'use client'

import { Printer } from 'lucide-react'
import { Button } from '@/components/ui/button'

export const PrintButton = ({ label, isPrimary = false }: { label: string; isPrimary?: boolean }) => <Button variant={isPrimary ? 'primary' : 'secondary'} className="print:hidden" onClick={() => window.print()}><Printer aria-hidden />{label}</Button>
