/** How many there are, as a heading says it: "1,204", or "5,000+" where counting stopped. */
export const countOf = ({ total, capped }: { total: number; capped: boolean }, locale: string) => `${total.toLocaleString(locale)}${capped ? '+' : ''}`
