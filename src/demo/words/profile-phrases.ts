import type { Language } from './professions.js';

interface ProfilePhrases {
  /** {TITLE} is what the candidate does, {YEARS} for how many years. */
  summaries: readonly string[];
  beginnerSummaries: readonly string[];
  experiences: readonly string[];
}

/** What candidates write about themselves. */
export const PROFILE_PHRASES: Record<Language, ProfilePhrases> = {
  fr: {
    summaries: [
      '{TITLE} avec {YEARS} ans d’expérience, je cherche un poste où progresser dans une entreprise qui fait confiance à ses équipes. Mes points forts : organisation, curiosité, fiabilité.',
      '{YEARS} ans de pratique ({TITLE}) : j’aime les environnements exigeants et le travail bien fait. Mobile dans toute la sous-région.',
      '{YEARS} ans d’expérience en entreprise et en mission courte. Métier : {TITLE}. Je souhaite aujourd’hui encadrer une petite équipe.',
    ],
    beginnerSummaries: [
      'Au début de ma carrière ({TITLE}), j’apporte de l’énergie, de bonnes bases et une grande envie d’apprendre.',
      'Formation récente, plusieurs stages réussis. Objectif : un premier emploi durable ({TITLE}).',
    ],
    experiences: [
      'Suivi quotidien de l’activité et compte rendu hebdomadaire à la direction.',
      'Encadrement de trois personnes et mise en place de nouvelles procédures.',
      'Participation à l’ouverture d’une nouvelle agence et formation des arrivants.',
      'Réduction des délais de traitement d’un tiers en un an.',
    ],
  },
  en: {
    summaries: [
      '{TITLE} with {YEARS} years of experience, looking for a company that trusts its people. Known to be organised, curious and reliable.',
      '{YEARS} years in the trade ({TITLE}). I enjoy demanding work done well, and I am free to move within the region.',
      'After {YEARS} years in companies and short missions, I would now like to lead a small team. Trade: {TITLE}.',
    ],
    beginnerSummaries: [
      'At the start of my career ({TITLE}), I bring energy, sound basics and a wish to learn.',
      'Recent graduate with several internships behind me, looking for a first lasting job ({TITLE}).',
    ],
    experiences: [
      'Followed daily operations and reported to the management every week.',
      'Led three people and introduced new procedures.',
      'Helped open a new branch and trained those who joined.',
      'Cut turnaround times by a third within a year.',
    ],
  },
};
