/** Given and family names as they meet in one school: many languages, with their accents. */
export const givenNames = [
  'Amara', 'Luca', 'Mei', 'Noah', 'Zainab', 'Sofía', 'Arjun', 'Olena', 'Kwame', 'Ana', 'Yusuf', 'Ingrid', 'Mateo', 'Hana', 'Tomás', 'Chloé', 'Ravi', 'Nia', 'Björn', 'Leïla',
  'Aaliyah', 'Ethan', 'Priya', 'Minh', 'Fatima', 'Diego', 'Saoirse', 'Kofi', 'Yuki', 'Elif', 'Jakub', 'Imani', 'Oscar', 'Layla', 'Hugo', 'Ngozi', 'Sakura', 'Emil', 'Valentina', 'Omar',
  'Grace', 'Thiago', 'Anika', 'Ibrahim', 'Lucía', 'Jin', 'Maya', 'Samuel', 'Aisha', 'Viktor', 'Isabel', 'Kenji', 'Zofia', 'Malik', 'Camila', 'Rohan', 'Freya', 'Tariq', 'Beatriz', 'Wei',
] as const

export const familyNames = [
  'Okafor', 'Rossi', 'Chen', 'Smith', 'Hussain', 'García', 'Patel', 'Shevchenko', 'Mensah', 'Kowalska', 'Demir', 'Larsen', 'Fernández', 'Sato', 'Núñez', 'Dubois', 'Nguyen', 'Johnson', 'Åkesson', 'Haddad',
  'Williams', 'Kaur', 'Ivanova', 'O’Brien', 'Kim', 'Silva', 'Ahmed', 'Müller', 'Adeyemi', 'Lopez', 'Tanaka', 'Petrov', 'Abebe', 'Martin', 'Sharma', 'Cohen', 'Rahman', 'Costa', 'Weber', 'Diallo',
  'Brown', 'Morales', 'Yılmaz', 'Novák', 'Singh', 'Jansen', 'Mohamed', 'Torres', 'Lindqvist', 'Wang', 'Achterberg', 'Papadopoulos', 'Nakamura', 'Boateng', 'Reyes', 'Murphy', 'Farah', 'Schmidt', 'Le', 'Clarke',
] as const

export const relationships = ['mother', 'father', 'mother', 'father', 'grandmother', 'legal_guardian', 'step_father', 'aunt'] as const
