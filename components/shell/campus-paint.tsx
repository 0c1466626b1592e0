/** Paints everything, popups at the root included, in the campus's colours. */
export const CampusPaint = ({ colors }: { colors: string }) => <style>{`:root{${colors}}`}</style>
