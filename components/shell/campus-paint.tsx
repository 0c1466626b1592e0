/** Paints everything, popups at the root included, in the campus's colours. */
export const CampusPaint = ({ tokens }: { tokens: Record<string, string> }) => (
  <style>{`:root{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`}</style>
)
