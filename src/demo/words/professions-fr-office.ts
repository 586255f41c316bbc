import type { Profession } from './profession.js';

/** Offices, sales and banks, in French. */
export const FRENCH_OFFICE_PROFESSIONS: readonly Profession[] = [
  {
    industries: [],
    family: 'finance',
    titles: {
      Comptable: [250, 420],
      'Comptable fournisseurs': [220, 360],
      'Comptable général': [280, 480],
      Fiscaliste: [400, 750],
    },
    desk: true,
    mission:
      'Vous tenez la comptabilité selon le référentiel SYSCOHADA et vous préparez les déclarations fiscales et sociales. Vous êtes l’interlocuteur des commissaires aux comptes lors des clôtures.',
    duties: [
      'Saisir et contrôler les factures, les paiements et les écritures de paie',
      'Établir les rapprochements bancaires chaque semaine',
      'Préparer les déclarations de TVA, d’impôts et de cotisations sociales',
      'Suivre les comptes clients et relancer les impayés',
      'Participer aux clôtures mensuelles et annuelles',
    ],
    requirements: [
      'BTS, licence ou master en comptabilité, finance ou gestion',
      'Trois ans d’expérience dans un service comptable ou un cabinet',
      'Bonne maîtrise du SYSCOHADA révisé, de Sage et d’Excel',
      'Rigueur, discrétion et respect des échéances',
    ],
  },
  {
    industries: [],
    family: 'finance',
    titles: {
      'Contrôleur de gestion': [450, 850],
      'Auditeur interne': [450, 900],
      'Analyste financier': [400, 800],
    },
    desk: true,
    mission:
      'Vous donnez à la direction une image juste et rapide des coûts et des marges. Vous construisez les budgets avec les chefs de service et vous expliquez les écarts.',
    duties: [
      'Élaborer le budget annuel et ses révisions trimestrielles',
      'Produire le tableau de bord mensuel et le commenter devant le comité de direction',
      'Contrôler les stocks, les marges et les frais généraux',
      'Proposer des économies et en suivre la mise en œuvre',
    ],
    requirements: [
      'Master en contrôle de gestion, audit ou finance',
      'Au moins quatre ans d’expérience, de préférence en cabinet d’audit',
      'Excel avancé ; Power BI est un plus',
      'Esprit d’analyse et aisance à l’oral',
    ],
  },
  {
    industries: [],
    family: 'office',
    titles: {
      'Assistant de direction': [220, 400],
      'Assistant administratif': [150, 260],
      'Office manager': [280, 500],
    },
    desk: true,
    mission:
      'Vous organisez le quotidien de la direction : agenda, déplacements, courriers et réunions. Vous accueillez les visiteurs et vous veillez au bon fonctionnement des bureaux.',
    duties: [
      'Gérer les agendas, les appels et la correspondance',
      'Organiser les missions : billets, visas, hôtels et ordres de mission',
      'Rédiger les comptes rendus et mettre en forme les présentations',
      'Suivre les commandes de fournitures et les contrats d’entretien',
      'Classer et archiver les dossiers confidentiels',
    ],
    requirements: [
      'BTS secrétariat bilingue ou licence en gestion administrative',
      'Deux ans d’expérience à un poste semblable',
      'Excellente expression écrite en français ; bon niveau d’anglais',
      'Sens de l’organisation et discrétion absolue',
    ],
  },
  {
    industries: [],
    family: 'office',
    titles: {
      'Responsable ressources humaines': [600, 1_100],
      'Gestionnaire de paie': [280, 480],
      'Chargé de recrutement': [280, 500],
    },
    desk: true,
    mission:
      'Vous accompagnez les équipes à chaque étape de leur parcours : recrutement, contrat, paie, formation. Vous veillez au respect du code du travail et au dialogue avec les délégués du personnel.',
    duties: [
      'Conduire les recrutements, de l’annonce à l’intégration',
      'Préparer les éléments de paie et les déclarations à la caisse de prévoyance sociale',
      'Bâtir le plan de formation et en mesurer les résultats',
      'Conseiller les chefs de service sur les questions disciplinaires',
    ],
    requirements: [
      'Licence ou master en ressources humaines, droit social ou psychologie du travail',
      'Quatre ans d’expérience en entreprise',
      'Connaissance du code du travail et d’un logiciel de paie',
      'Écoute, équité et sens de la confidentialité',
    ],
  },
  {
    industries: [],
    family: 'office',
    titles: {
      'Juriste d’entreprise': [400, 750],
      'Responsable juridique': [700, 1_300],
      'Chargé de conformité': [400, 750],
    },
    desk: true,
    mission:
      'Vous sécurisez les contrats et les décisions de l’entreprise dans le cadre du droit OHADA. Vous représentez la société auprès des administrations et des conseils extérieurs.',
    duties: [
      'Rédiger et négocier les contrats commerciaux et les baux',
      'Tenir les registres légaux et préparer les assemblées générales',
      'Suivre les contentieux avec les cabinets d’avocats',
      'Former les équipes aux règles de conformité',
    ],
    requirements: [
      'Master en droit des affaires ou équivalent',
      'Trois ans d’expérience en cabinet ou en entreprise',
      'Très bonne connaissance des actes uniformes OHADA',
      'Plume précise et esprit de synthèse',
    ],
  },
  {
    industries: [],
    family: 'commerce',
    titles: {
      'Commercial terrain': [130, 250],
      'Délégué commercial': [180, 350],
      'Chargé d’affaires': [300, 550],
      'Responsable des ventes': [500, 950],
    },
    desk: false,
    mission:
      'Vous développez un portefeuille de clients sur votre secteur et vous faites connaître nos produits auprès des grossistes, des boutiques et des entreprises. Une prime mensuelle récompense vos résultats.',
    duties: [
      'Visiter chaque jour les points de vente et prendre les commandes',
      'Prospecter de nouveaux clients et négocier les conditions de vente',
      'Suivre les encaissements et la visibilité des produits en rayon',
      'Rendre compte de la concurrence et des attentes des clients',
    ],
    requirements: [
      'BAC + 2 en commerce ou marketing, ou une solide expérience de la vente',
      'Goût du terrain et du résultat',
      'Permis B ou A ; la connaissance du secteur est un atout',
      'Aisance en français et dans au moins une langue locale',
    ],
  },
  {
    industries: ['Telecommunications', 'Banking and insurance', 'Retail', 'Information technology'],
    family: 'commerce',
    titles: {
      'Conseiller clientèle': [130, 220],
      Téléconseiller: [110, 190],
      'Superviseur centre d’appels': [220, 380],
    },
    desk: true,
    mission:
      'Vous répondez aux clients par téléphone, par messagerie et sur les réseaux sociaux, et vous trouvez une solution dès le premier contact. Les équipes se relaient de 7 h à 21 h.',
    duties: [
      'Renseigner les clients sur les offres et les factures',
      'Enregistrer les réclamations et en suivre le traitement',
      'Proposer les services adaptés à chaque besoin',
      'Atteindre les objectifs de qualité et de délai de réponse',
    ],
    requirements: [
      'BAC au minimum ; un BAC + 2 est apprécié',
      'Élocution claire, patience et sourire dans la voix',
      'Bonne pratique de l’ordinateur',
      'L’anglais ou une langue nationale est un plus',
    ],
  },
  {
    industries: ['Banking and insurance'],
    family: 'finance',
    titles: {
      'Chargé de clientèle': [260, 450],
      'Analyste crédit': [300, 550],
      'Gestionnaire de portefeuille PME': [380, 650],
    },
    desk: false,
    mission:
      'Vous conseillez des particuliers et des petites entreprises sur leurs comptes, leur épargne et leurs crédits. Vous montez les dossiers, les défendez en comité et suivez les remboursements.',
    duties: [
      'Recevoir et visiter les clients de votre portefeuille',
      'Analyser les bilans, les flux de trésorerie et les garanties',
      'Présenter les demandes de prêt au comité de crédit',
      'Relancer les échéances en retard et proposer des rééchelonnements',
      'Appliquer les règles de lutte contre le blanchiment',
    ],
    requirements: [
      'Licence ou master en banque, finance ou gestion',
      'Deux ans d’expérience dans une banque ou une institution de microfinance',
      'Sens du risque et de la relation client',
      'Connaissance de la réglementation COBAC ou UMOA',
    ],
  },
];
