import type { Payload } from '@/lib/domain/development/content-type'
import { said } from './said'

/** Five sections, two minutes to read. */
export const framePrompts: Payload<'frame_prompts'> = {
  sections: [
    {
      key: 'formal', name: said('Formal', 'Formal'), about: said('Dates, deadlines and what is different this week.', 'Fechas, plazos y lo que cambia esta semana.'),
      starters: [said('This week: ', 'Esta semana: '), said('Please hand in by ', 'Por favor, entreguen antes del '), said('On Thursday the bell schedule changes: ', 'El jueves cambia el horario: ')],
    },
    {
      key: 'recognition', name: said('Recognition', 'Reconocimiento'), about: said('Whom we thank, and for what exactly.', 'A quién damos las gracias y por qué exactamente.'),
      starters: [said('Thank you to … for ', 'Gracias a … por '), said('I saw a lesson in which ', 'Vi una clase en la que '), said('A family told us ', 'Una familia nos contó ')],
    },
    {
      key: 'application', name: said('Application', 'Aplicación'), about: said('One thing to try in the classroom this week.', 'Algo que probar en el aula esta semana.'),
      starters: [said('Try this: ', 'Prueben esto: '), said('In every lesson this week, ', 'En cada clase de esta semana, '), said('It worked for us when ', 'Nos funcionó cuando ')],
    },
    {
      key: 'management', name: said('Management', 'Gestión'), about: said('How the school runs: duties, rooms, materials, safety.', 'Cómo funciona el centro: turnos, aulas, materiales, seguridad.'),
      starters: [said('Duty this week: ', 'Turnos de esta semana: '), said('A reminder: ', 'Un recordatorio: '), said('Room … is closed until ', 'El aula … está cerrada hasta ')],
    },
    {
      key: 'emotional', name: said('Emotional', 'Emocional'), about: said('How we are, and how we look after each other.', 'Cómo estamos y cómo nos cuidamos.'),
      starters: [said('It has been a week of ', 'Ha sido una semana de '), said('If it is too much, ', 'Si se hace cuesta arriba, '), said('Something that helped me: ', 'Algo que me ha ayudado: ')],
    },
  ],
}
