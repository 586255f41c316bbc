import type { Profession } from './profession.js';

/** Technical work, in French. */
export const FRENCH_TECHNICAL_PROFESSIONS: readonly Profession[] = [
  {
    industries: ['Information technology', 'Telecommunications', 'Banking and insurance'],
    family: 'software',
    titles: {
      'Développeur full-stack': [450, 900],
      'Développeur mobile': [400, 850],
      'Développeur back-end': [450, 950],
    },
    desk: true,
    mission:
      'Vous concevez et faites évoluer des applications utilisées chaque jour par des milliers de personnes, souvent sur des connexions lentes. Vous travaillez en petite équipe, avec des revues de code et des livraisons fréquentes.',
    duties: [
      'Développer de nouvelles fonctionnalités, de la base de données à l’interface',
      'Écrire des tests automatiques et relire le code de vos collègues',
      'Intégrer les moyens de paiement mobile',
      'Améliorer les performances et corriger les incidents en production',
    ],
    requirements: [
      'Diplôme en informatique ou parcours autodidacte démontré par des réalisations',
      'Deux ans de pratique de TypeScript, Java, PHP ou Python',
      'Bonnes bases de SQL et de Git',
      'Lecture de l’anglais technique',
    ],
  },
  {
    industries: ['Information technology', 'Telecommunications', 'Banking and insurance', 'Health'],
    family: 'software',
    titles: {
      'Administrateur systèmes et réseaux': [350, 700],
      'Technicien support informatique': [180, 320],
      'Analyste de données': [400, 800],
    },
    desk: true,
    mission:
      'Vous assurez la disponibilité des serveurs, des postes et des liaisons entre nos sites, et la sécurité des données. Vous êtes le premier recours des utilisateurs en cas de panne.',
    duties: [
      'Superviser les serveurs, les sauvegardes et les liaisons',
      'Traiter les demandes des utilisateurs et documenter les solutions',
      'Gérer les comptes, les droits d’accès et les mises à jour de sécurité',
      'Produire chaque mois les indicateurs de disponibilité',
    ],
    requirements: [
      'BAC + 3 en informatique, réseaux ou statistiques',
      'Expérience de Linux et de Windows Server',
      'Une certification réseau ou système est appréciée',
      'Disponibilité pour des astreintes ponctuelles',
    ],
  },
  {
    industries: ['Telecommunications'],
    family: 'engineering',
    titles: {
      'Ingénieur réseaux mobiles': [500, 950],
      'Technicien fibre optique': [180, 320],
      'Ingénieur transmission': [500, 900],
    },
    desk: false,
    mission:
      'Vous déployez et optimisez les sites radio et les liaisons fibre d’une région entière. Vous intervenez sur le terrain et depuis le centre de supervision pour garder le réseau disponible.',
    duties: [
      'Planifier les nouveaux sites et contrôler les travaux des sous-traitants',
      'Analyser les indicateurs de qualité et proposer des optimisations',
      'Diagnostiquer les coupures et coordonner les réparations',
      'Tenir à jour la documentation du réseau',
    ],
    requirements: [
      'Diplôme d’ingénieur ou de technicien supérieur en télécommunications',
      'Deux ans d’expérience chez un opérateur ou un équipementier',
      'Aptitude au travail en hauteur et permis B',
      'Anglais professionnel',
    ],
  },
  {
    industries: ['Construction'],
    family: 'engineering',
    titles: {
      'Conducteur de travaux': [500, 900],
      'Chef de chantier': [300, 550],
      'Ingénieur génie civil': [450, 850],
      Métreur: [280, 480],
    },
    desk: false,
    mission:
      'Vous menez les chantiers du premier piquetage à la réception, dans le respect du budget, des délais et de la sécurité. Vous encadrez les équipes et les sous-traitants.',
    duties: [
      'Préparer les plannings, les commandes et les effectifs',
      'Contrôler la qualité des ouvrages et la conformité aux plans',
      'Animer les réunions de chantier et tenir le journal des travaux',
      'Établir les attachements et les décomptes mensuels',
      'Faire respecter les règles de sécurité',
    ],
    requirements: [
      'Diplôme d’ingénieur ou BTS en génie civil ou bâtiment',
      'Au moins trois ans d’expérience de chantier',
      'Maîtrise d’AutoCAD et de MS Project',
      'Mobilité sur l’ensemble du pays',
    ],
  },
  {
    industries: ['Energy and water', 'Construction', 'Food industry', 'Hotels and restaurants'],
    family: 'engineering',
    titles: {
      'Électricien industriel': [180, 320],
      'Technicien solaire': [170, 300],
      Électromécanicien: [200, 360],
      'Plombier chauffagiste': [140, 240],
    },
    desk: false,
    mission:
      'Vous installez, entretenez et dépannez les équipements électriques et hydrauliques de nos sites et de nos clients. Une camionnette équipée est mise à disposition pour les interventions.',
    duties: [
      'Poser les panneaux, les armoires et les câblages selon les schémas',
      'Réaliser les visites d’entretien préventif',
      'Diagnostiquer les pannes et remplacer les pièces défectueuses',
      'Remplir les fiches d’intervention et conseiller les clients',
    ],
    requirements: [
      'CAP, BAC technique ou BTS en électrotechnique ou électromécanique',
      'Deux ans de pratique',
      'Habilitation électrique à jour',
      'Permis B et sens du service',
    ],
  },
  {
    industries: ['Oil and gas', 'Mining', 'Construction', 'Energy and water'],
    family: 'engineering',
    titles: {
      'Superviseur HSE': [600, 1_200],
      'Animateur sécurité': [280, 480],
      'Responsable environnement': [650, 1_200],
    },
    desk: false,
    mission:
      'Vous faites de la sécurité l’affaire de tous : prévention des accidents, protection de l’environnement, préparation aux urgences. Vous intervenez sur site, au contact des équipes et des sous-traitants.',
    duties: [
      'Analyser les risques et délivrer les permis de travail',
      'Animer les quarts d’heure sécurité et les exercices d’évacuation',
      'Enquêter sur les incidents et suivre les actions correctives',
      'Contrôler la gestion des déchets et des produits dangereux',
    ],
    requirements: [
      'BAC + 3 en HSE, environnement ou génie industriel',
      'Trois ans d’expérience en milieu industriel',
      'Certification NEBOSH ou équivalente appréciée',
      'Aptitude médicale au travail en rotation',
    ],
  },
  {
    industries: ['Oil and gas', 'Mining'],
    family: 'engineering',
    titles: {
      Géologue: [650, 1_300],
      'Technicien de forage': [450, 850],
      'Mécanicien d’engins lourds': [350, 650],
      'Opérateur de production': [400, 800],
    },
    desk: false,
    mission:
      'Vous participez à l’exploration et à l’exploitation de nos permis, en rotation de vingt-huit jours sur site. Le logement, les repas et le transport sont assurés sur la base vie.',
    duties: [
      'Suivre les forages et relever les données d’exploitation',
      'Contrôler l’état des équipements et prévenir les arrêts',
      'Rédiger les rapports de quart',
      'Appliquer strictement les consignes de sécurité',
    ],
    requirements: [
      'Diplôme en géologie, mines, pétrole ou mécanique',
      'Première expérience en environnement isolé',
      'Bonne condition physique',
      'Anglais opérationnel souhaité',
    ],
  },
  {
    industries: ['Food industry', 'Forestry', 'Agriculture'],
    family: 'engineering',
    titles: {
      'Responsable qualité': [450, 800],
      'Chef d’équipe production': [280, 480],
      'Technicien de maintenance': [220, 400],
    },
    desk: false,
    mission:
      'Vous garantissez la régularité et la qualité de la production de notre usine, de la matière première au produit fini. Vous encadrez une équipe postée et faites progresser les méthodes.',
    duties: [
      'Planifier la production et répartir les postes',
      'Contrôler les échantillons et tenir les registres de traçabilité',
      'Réduire les pertes et les arrêts de ligne',
      'Former les opérateurs aux bonnes pratiques d’hygiène',
    ],
    requirements: [
      'BAC + 3 en agroalimentaire, génie industriel ou maintenance',
      'Trois ans d’expérience en usine',
      'Connaissance des normes ISO 9001 ou ISO 22000',
      'Autorité naturelle et pédagogie',
    ],
  },
];
