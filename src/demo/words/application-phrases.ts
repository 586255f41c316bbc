import type { Language } from './professions.js';

interface ApplicationPhrases {
  greetings: readonly string[];
  /** {TITLE} is the title of the job, {COMPANY} the name of the company. */
  reasons: readonly string[];
  strengths: readonly string[];
  farewells: readonly string[];
  rejections: readonly string[];
  withdrawals: readonly string[];
  /** Where those who came another way heard of the job. */
  otherSources: readonly string[];
}

/** What candidates write to companies, and companies to candidates. */
export const APPLICATION_PHRASES: Record<Language, ApplicationPhrases> = {
  fr: {
    greetings: ['Madame, Monsieur,', 'Bonjour,', 'À l’attention du service des ressources humaines,'],
    reasons: [
      'Votre annonce « {TITLE} » a retenu toute mon attention : elle correspond à ce que je fais avec plaisir depuis plusieurs années.',
      'Je souhaite mettre mon énergie au service de {COMPANY}, dont je suis le parcours avec intérêt.',
      'Après une expérience formatrice, je cherche un poste où prendre davantage de responsabilités, et le vôtre me semble idéal.',
      'Originaire de la région, j’aurais à cœur de contribuer au développement de {COMPANY}.',
    ],
    strengths: [
      'Mes anciens responsables soulignent ma rigueur et mon sens de l’équipe.',
      'J’ai l’habitude des délais serrés et je sais garder mon calme.',
      'Je m’adapte vite et j’apprends avec curiosité.',
      'Je parle couramment le français et je me débrouille bien en anglais.',
      'Je suis disponible immédiatement.',
    ],
    farewells: [
      'Je reste à votre disposition pour un entretien.',
      'Dans l’attente de vous rencontrer, je vous prie d’agréer mes salutations distinguées.',
      'Merci de l’attention portée à ma candidature.',
    ],
    rejections: [
      'Nous avons retenu un profil plus expérimenté.',
      'Le poste a été pourvu en interne.',
      'Votre profil est intéressant, mais il ne correspond pas aux compétences recherchées.',
      'La disponibilité annoncée ne convient pas à la date de prise de poste.',
    ],
    withdrawals: [
      'J’ai accepté une autre proposition.',
      'Je ne peux finalement pas déménager.',
      'Raisons familiales.',
    ],
    otherSources: [
      'Salon de l’emploi',
      'Un ancien collègue',
      'Annonce à la radio',
      'Bureau des stages de l’université',
    ],
  },
  en: {
    greetings: ['Dear Sir or Madam,', 'Hello,', 'Dear hiring team,'],
    reasons: [
      'Your advertisement for “{TITLE}” caught my eye: it describes work I have enjoyed for several years.',
      'I would like to put my energy to work for {COMPANY}, whose progress I have followed with interest.',
      'After a good first experience I am ready for more responsibility, and this position looks like the right step.',
      'I come from the region and would be proud to help {COMPANY} grow.',
    ],
    strengths: [
      'My former managers praise my accuracy and team spirit.',
      'I am used to tight deadlines and keep calm under pressure.',
      'I adapt quickly and enjoy learning.',
      'I am fluent in English and comfortable in French.',
      'I can start at once.',
    ],
    farewells: [
      'I look forward to hearing from you.',
      'I would be glad to meet you for an interview.',
      'Thank you for considering my application.',
    ],
    rejections: [
      'We chose someone with more experience.',
      'The position was filled by a colleague.',
      'A good profile, but not the skills we need for this position.',
      'The date you could start does not suit the project.',
    ],
    withdrawals: ['I have accepted another offer.', 'I cannot move after all.', 'Family reasons.'],
    otherSources: ['Job fair', 'A former colleague', 'Radio announcement', 'University careers office'],
  },
};
