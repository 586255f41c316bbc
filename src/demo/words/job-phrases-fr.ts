/** Sentences French jobs have in common. In capitals in braces: what is filled in. */
export const FRENCH_JOB_PHRASES = {
  openings: [
    '{COMPANY} {BUSINESS}. Pour accompagner notre croissance {IN_CITY}, nous ouvrons le poste suivant : {TITLE}.',
    'Rejoignez {COMPANY} {IN_CITY} ! Notre entreprise {BUSINESS}, et nous cherchons une personne motivée pour le poste suivant : {TITLE}.',
    'Depuis plusieurs années, {COMPANY} {BUSINESS}. L’équipe basée {IN_CITY} s’agrandit et recrute ({TITLE}).',
    'Vous cherchez un poste utile et une équipe qui vous fera progresser ? {COMPANY} {BUSINESS} et recrute {IN_CITY} ({TITLE}).',
  ],
  places: {
    ON_SITE: [
      'Le poste est basé {IN_CITY}, avec des déplacements ponctuels dans le pays.',
      'Vous travaillez sur notre site, {IN_CITY}, du lundi au vendredi et un samedi sur deux.',
      'Le poste est à pourvoir {IN_CITY} ; une aide à l’installation est prévue pour qui vient d’une autre ville.',
    ],
    HYBRID: [
      'Deux jours de télétravail par semaine sont possibles après la période d’essai ; les autres jours se passent {IN_CITY}.',
      'L’organisation est hybride : trois jours au bureau {IN_CITY}, deux jours chez vous.',
    ],
    REMOTE: [
      'Le poste s’exerce entièrement à distance, avec une rencontre d’équipe {IN_CITY} chaque trimestre.',
      'Vous travaillez d’où vous voulez dans la sous-région ; une connexion stable est indispensable.',
    ],
  },
  closings: [
    'Les entretiens ont lieu au fil de l’eau : n’attendez pas pour postuler. Toutes les candidatures reçoivent une réponse.',
    'Le recrutement comprend un échange téléphonique, un exercice pratique et un entretien avec la direction.',
    'Les candidatures féminines sont vivement encouragées. Aucun frais n’est demandé à quelque étape que ce soit.',
    'Poste à pourvoir dès que possible. Joignez une courte lettre expliquant ce qui vous attire chez nous.',
    'À compétences égales, la préférence ira aux personnes résidant déjà dans la région.',
  ],
  benefits: [
    'Assurance maladie pour le salarié et sa famille',
    'Prime de transport mensuelle',
    'Treizième mois',
    'Indemnité de logement',
    'Formation continue prise en charge',
    'Téléphone et forfait professionnels',
    'Prime de performance trimestrielle',
    'Repas de midi à la cantine',
    'Congés supplémentaires selon l’ancienneté',
    'Navette depuis le centre-ville',
    'Participation aux frais de scolarité des enfants',
    'Prêt sans intérêt après un an de présence',
  ],
} as const;

/** Years of experience as titles tell them, and what they do to the pay. */
export const FRENCH_GRADES = [
  { before: '', after: '', pay: 1, weight: 60 },
  { before: '', after: ' junior', pay: 0.75, weight: 14 },
  { before: '', after: ' confirmé', pay: 1.2, weight: 14 },
  { before: '', after: ' senior', pay: 1.4, weight: 12 },
] as const;
