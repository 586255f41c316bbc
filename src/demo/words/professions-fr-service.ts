import type { Profession } from './profession.js';

/** Goods, health, schools, land, hotels, shops and projects, in French. */
export const FRENCH_SERVICE_PROFESSIONS: readonly Profession[] = [
  {
    industries: ['Transport and logistics', 'Retail', 'Food industry', 'Mining'],
    family: 'field',
    titles: {
      'Gestionnaire de stock': [180, 320],
      Magasinier: [110, 190],
      'Responsable logistique': [450, 850],
      'Déclarant en douane': [220, 400],
    },
    desk: false,
    mission:
      'Vous suivez les marchandises du port jusqu’au client : réception, entreposage, formalités et expédition. Vous tenez un inventaire exact et vous évitez les ruptures.',
    duties: [
      'Réceptionner et contrôler les marchandises',
      'Préparer les déclarations et suivre les dossiers de transit',
      'Organiser l’entrepôt et les tournées de livraison',
      'Réaliser les inventaires tournants et expliquer les écarts',
    ],
    requirements: [
      'BAC + 2 en logistique, transport ou commerce international',
      'Deux ans d’expérience dans un entrepôt ou chez un transitaire',
      'Maîtrise d’Excel et d’un logiciel de gestion de stock',
      'Intégrité et résistance au stress',
    ],
  },
  {
    industries: [],
    family: 'field',
    titles: { Chauffeur: [100, 170], 'Chauffeur poids lourd': [150, 260], Coursier: [80, 130] },
    desk: false,
    mission:
      'Vous assurez le transport des personnes ou des marchandises en toute sécurité, en ville et sur les axes interurbains. Le véhicule vous est confié : vous en prenez soin comme du vôtre.',
    duties: [
      'Conduire dans le respect du code de la route et des horaires',
      'Vérifier chaque matin les niveaux, les pneus et les papiers du véhicule',
      'Charger, décharger et faire signer les bons de livraison',
      'Signaler toute anomalie mécanique',
    ],
    requirements: [
      'Permis B ou C en cours de validité, sans accident grave',
      'Trois ans de conduite professionnelle',
      'Bonne connaissance des routes de la région',
      'Ponctualité et courtoisie',
    ],
  },
  {
    industries: ['Health'],
    family: 'care',
    titles: {
      'Infirmier diplômé d’État': [180, 320],
      'Sage-femme': [190, 340],
      'Technicien de laboratoire': [180, 320],
      'Pharmacien assistant': [400, 700],
    },
    desk: false,
    mission:
      'Vous prenez soin de patients de tous âges dans une équipe soudée de médecins, d’infirmiers et de techniciens. Vous participez aux gardes et aux campagnes de prévention dans les quartiers.',
    duties: [
      'Accueillir les patients et assurer les soins prescrits',
      'Tenir les dossiers médicaux à jour',
      'Appliquer les règles d’hygiène et de sécurité des soins',
      'Conseiller les familles et participer aux campagnes de vaccination',
      'Encadrer les stagiaires',
    ],
    requirements: [
      'Diplôme d’État et inscription à l’ordre professionnel',
      'Une première expérience en clinique ou à l’hôpital',
      'Douceur, sang-froid et esprit d’équipe',
      'Disponibilité pour les gardes de nuit et de week-end',
    ],
  },
  {
    industries: ['Education'],
    family: 'teaching',
    titles: {
      'Enseignant de mathématiques': [160, 300],
      'Professeur de français': [150, 280],
      'Formateur technique': [200, 380],
      'Surveillant général': [180, 320],
    },
    desk: false,
    mission:
      'Vous transmettez votre matière avec exigence et bienveillance à des classes de trente élèves au plus. Vous préparez les examens officiels et participez à la vie de l’établissement.',
    duties: [
      'Préparer et donner les cours selon le programme officiel',
      'Évaluer les élèves et rencontrer les parents chaque trimestre',
      'Animer des séances de soutien',
      'Participer aux conseils de classe et aux activités du mercredi',
    ],
    requirements: [
      'Licence ou master dans la matière, ou diplôme d’une école normale',
      'Un an d’expérience de l’enseignement',
      'Pédagogie active et usage des outils numériques',
      'Casier judiciaire vierge',
    ],
  },
  {
    industries: ['Agriculture', 'Forestry'],
    family: 'nature',
    titles: {
      'Ingénieur agronome': [400, 750],
      'Chef de plantation': [400, 700],
      'Conseiller agricole': [160, 290],
      'Aménagiste forestier': [400, 750],
    },
    desk: false,
    mission:
      'Vous accompagnez les planteurs et les équipes de terrain vers de meilleurs rendements, sans abîmer les sols ni la forêt. Vous vivez sur la concession, avec un retour en ville chaque mois.',
    duties: [
      'Planifier les travaux de saison et le suivi des parcelles',
      'Former les planteurs aux bonnes pratiques et à la certification',
      'Relever les données de terrain et les cartographier',
      'Gérer les intrants, les équipes et le budget du site',
    ],
    requirements: [
      'Diplôme d’ingénieur ou de technicien en agronomie ou foresterie',
      'Deux ans d’expérience en milieu rural',
      'Pratique du GPS et d’un logiciel de cartographie',
      'Permis A ou B et goût de la vie de terrain',
    ],
  },
  {
    industries: ['Hotels and restaurants'],
    family: 'commerce',
    titles: {
      'Chef cuisinier': [220, 450],
      Réceptionniste: [100, 180],
      'Maître d’hôtel': [160, 300],
      Gouvernante: [130, 240],
    },
    desk: false,
    mission:
      'Vous faites de chaque séjour un bon souvenir : un accueil chaleureux, une maison impeccable, une table qui met à l’honneur les produits du pays. Les horaires alternent matin, soir et week-end.',
    duties: [
      'Accueillir les clients et répondre à leurs demandes',
      'Organiser le service et répartir les tâches de l’équipe',
      'Contrôler la qualité, l’hygiène et les stocks',
      'Traiter les réclamations avec tact',
    ],
    requirements: [
      'Formation en hôtellerie, restauration ou cuisine',
      'Deux ans d’expérience dans un établissement de bon niveau',
      'Présentation soignée et sens de l’accueil',
      'Anglais courant pour les postes en contact avec la clientèle',
    ],
  },
  {
    industries: ['Retail'],
    family: 'commerce',
    titles: {
      'Chef de rayon': [170, 300],
      Caissier: [75, 130],
      'Directeur de magasin': [450, 900],
      Acheteur: [250, 480],
    },
    desk: false,
    mission:
      'Vous faites vivre un magasin fréquenté par plus de mille clients chaque jour : rayons pleins, prix justes, accueil souriant. Vous participez au choix des produits locaux mis en avant.',
    duties: [
      'Passer les commandes et mettre en place les promotions',
      'Suivre le chiffre d’affaires, la marge et la démarque',
      'Encaisser et contrôler les caisses',
      'Former et motiver les employés de rayon',
    ],
    requirements: [
      'BAC à BAC + 3 selon le poste, en commerce ou distribution',
      'Une expérience réussie dans le commerce',
      'Aisance avec les chiffres',
      'Disponibilité le samedi et les jours de fête',
    ],
  },
  {
    industries: ['International development', 'Education', 'Health'],
    family: 'projects',
    titles: {
      'Chargé de projet': [400, 800],
      'Responsable suivi-évaluation': [500, 950],
      'Animateur communautaire': [140, 240],
    },
    desk: true,
    mission:
      'Vous conduisez un projet de terrain avec les communautés, les autorités locales et les bailleurs. Vous veillez à ce que chaque activité soit utile, mesurée et expliquée.',
    duties: [
      'Planifier les activités et suivre le budget',
      'Animer les réunions avec les comités villageois et les partenaires',
      'Collecter les données et rédiger les rapports aux bailleurs',
      'Recruter et encadrer les animateurs',
    ],
    requirements: [
      'Master en développement, sciences sociales ou gestion de projet',
      'Trois ans d’expérience dans une ONG ou un programme public',
      'Maîtrise des outils de suivi (KoboToolbox, Excel)',
      'Capacité à travailler en zone rurale ; l’anglais est un atout',
    ],
  },
];
