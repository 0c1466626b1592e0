/** A number that dials: the address holds no blanks or brackets, as `tel:` demands, and what is read stays as it was written. */
export const PhoneLink = ({ number, className }: { number: string; className?: string }) => <a href={`tel:${number.replace(/[^+\d]/g, '')}`} className={className}>{number}</a>
