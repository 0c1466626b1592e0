import type { Payload } from '@/lib/domain/development/content-type'
import { said } from './said'

/** What a visitor looks at, and what each rating looks like in the room: what is seen, never what somebody is. */
export const walkthroughCriteria: Payload<'walkthrough_criteria'> = {
  criteria: [
    {
      key: 'attitude', name: said('Attitude', 'Actitud'), about: said('How the teacher speaks to students and responds to what comes up.', 'Cómo se dirige el docente a los estudiantes y responde a lo que va surgiendo.'),
      ratings: [
        said('Curt or absent: students are not spoken to with respect', 'Cortante o ausente: no se trata a los estudiantes con respeto'),
        said('Neutral: few warm words, students’ efforts go unnoticed', 'Neutra: pocas palabras cálidas, el esfuerzo pasa desapercibido'),
        said('Friendly and steady with most students', 'Amable y constante con la mayoría'),
        said('Warm with everyone, also when something goes wrong', 'Cálida con todos, también cuando algo sale mal'),
        said('Warm and enthusiastic: students take up the same tone', 'Cálida y entusiasta: los estudiantes adoptan el mismo tono'),
      ],
    },
    {
      key: 'classroomManagement', name: said('Classroom management', 'Gestión del aula'), about: said('Routines, transitions, and how attention is won back.', 'Rutinas, transiciones y cómo se recupera la atención.'),
      ratings: [
        said('No routines to be seen; the lesson keeps stopping', 'No se aprecian rutinas; la clase se interrumpe sin cesar'),
        said('Routines have begun, but much time is lost between tasks', 'Hay rutinas incipientes, pero se pierde mucho tiempo entre tareas'),
        said('Routines work; most students know what to do', 'Las rutinas funcionan; la mayoría sabe qué hacer'),
        said('Smooth transitions; a look or a word is enough', 'Transiciones fluidas; basta una mirada o una palabra'),
        said('Students run the routines themselves and help each other', 'Los estudiantes llevan las rutinas por sí mismos y se ayudan'),
      ],
    },
    {
      key: 'cleanliness', name: said('Cleanliness', 'Orden y limpieza'), about: said('Floors, surfaces, materials and ways through the room.', 'Suelo, superficies, materiales y zonas de paso.'),
      ratings: [
        said('Dirty or blocked; somebody could be hurt', 'Sucio u obstruido; alguien podría hacerse daño'),
        said('Cluttered; materials are hard to find', 'Desordenado; cuesta encontrar los materiales'),
        said('Tidy enough to work and walk through', 'Bastante ordenado para trabajar y moverse'),
        said('Clean and tidy; everything has a place', 'Limpio y ordenado; cada cosa tiene su sitio'),
        said('Clean and tidy, and students look after it', 'Limpio y ordenado, y los estudiantes lo cuidan'),
      ],
    },
    {
      key: 'vibes', name: said('Vibes', 'Ambiente'), about: said('What it feels like to sit in this room as a student.', 'Qué se siente al ser estudiante en esta aula.'),
      ratings: [
        said('Tense: students are afraid or withdrawn', 'Tenso: los estudiantes tienen miedo o se cierran'),
        said('Flat: students wait for the bell', 'Apagado: los estudiantes esperan el timbre'),
        said('Calm and pleasant', 'Tranquilo y agradable'),
        said('Lively: students talk about the work and laugh', 'Vivo: se habla del trabajo y se ríe'),
        said('Joyful: you would like to stay', 'Alegre: dan ganas de quedarse'),
      ],
    },
    {
      key: 'teamDynamics', name: said('Team dynamics', 'Trabajo en equipo'), about: said('How the adults in the room work together; where there is only one, how they build on what the team has agreed.', 'Cómo colaboran los adultos del aula; si hay uno solo, cómo aprovecha lo acordado con el equipo.'),
      ratings: [
        said('Adults contradict or ignore each other', 'Los adultos se contradicen o se ignoran'),
        said('Somebody stands by without a task', 'Alguien permanece sin una tarea'),
        said('Roles are clear; each does their part', 'Los papeles están claros; cada cual hace su parte'),
        said('Adults hand over to each other without words', 'Los adultos se relevan sin necesidad de palabras'),
        said('One team: every student gets help at the right time', 'Un solo equipo: cada estudiante recibe ayuda a tiempo'),
      ],
    },
    {
      key: 'emergencyExit', name: said('Emergency exit', 'Salida de emergencia'), about: said('Doors, ways out, the plan on the wall, the class list at hand.', 'Puertas, vías de salida, plan a la vista y lista a mano.'),
      ratings: [
        said('A way out is blocked or locked: it must be put right today', 'Una salida está bloqueada o cerrada: hay que arreglarlo hoy'),
        said('Way out free, but no plan on the wall', 'Salida libre, pero sin plan a la vista'),
        said('Way out free and plan on the wall', 'Salida libre y plan a la vista'),
        said('The class list and emergency bag are within reach as well', 'Además, lista y bolsa de emergencia a mano'),
        said('Students can also say where they would go', 'Además, los estudiantes saben decir adónde irían'),
      ],
    },
    {
      key: 'lessonPlan', name: said('Lesson plan', 'Plan de clase'), about: said('Whether the lesson has a goal, and whether what happens leads there.', 'Si la clase tiene un objetivo y lo que ocurre conduce a él.'),
      ratings: [
        said('No goal to be seen', 'No se aprecia ningún objetivo'),
        said('A goal, but the activity does not lead there', 'Hay objetivo, pero la actividad no conduce a él'),
        said('Goal and activity fit; most students can name the goal', 'Objetivo y actividad encajan; la mayoría sabe nombrarlo'),
        said('The teacher also checks who has understood', 'Además, el docente comprueba quién ha entendido'),
        said('And the lesson is adjusted to what those checks show', 'Además, la clase se ajusta a lo que se va comprobando'),
      ],
    },
  ],
}
