import type { SkillFamily } from './profession.js';

/** What people of a profession know. No list names a skill twice, nor one of another list. */
export const TECHNICAL_SKILLS: Record<SkillFamily, readonly string[]> = {
  finance: ['SYSCOHADA', 'Sage', 'Excel', 'Fiscalité', 'Audit', 'Paie', 'Power BI', 'Analyse financière'],
  office: [
    'Word',
    'Excel',
    'PowerPoint',
    'Archivage',
    'Droit du travail',
    'Paie',
    'Recrutement',
    'Sage Paie',
  ],
  software: [
    'TypeScript',
    'Python',
    'Java',
    'PHP',
    'PostgreSQL',
    'React',
    'Linux',
    'Docker',
    'Git',
    'Flutter',
  ],
  engineering: ['AutoCAD', 'Électrotechnique', 'Lecture de plans', 'HSE', 'MS Project', 'Soudure', 'Métré'],
  field: ['Gestion de stock', 'Conduite poids lourd', 'Inventaire', 'Transit', 'Douane', 'Cariste', 'Excel'],
  care: [
    'Soins infirmiers',
    'Vaccination',
    'Premiers secours',
    'Pharmacologie',
    'Hygiène hospitalière',
    'ECG',
  ],
  teaching: ['Pédagogie active', 'Évaluation', 'Moodle', 'Soutien scolaire', 'Word', 'Gestion de classe'],
  commerce: [
    'Prospection',
    'Négociation',
    'CRM',
    'Merchandising',
    'Encaissement',
    'Excel',
    'Réseaux sociaux',
  ],
  nature: ['SIG', 'GPS', 'Agroforesterie', 'Cacaoculture', 'Inventaire forestier', 'Irrigation', 'QGIS'],
  projects: ['KoboToolbox', 'Suivi-évaluation', 'Cadre logique', 'Rédaction de rapports', 'Excel', 'Budget'],
};

/** What helps in every profession. */
export const SOFT_SKILLS: readonly string[] = [
  ...['Travail en équipe', 'Organisation', 'Communication', 'Autonomie', 'Gestion du stress', 'Leadership'],
  ...['Sens du service', 'Rigueur', 'Créativité', 'Ponctualité', 'Écoute', 'Résolution de problèmes'],
];

/** Languages of the region and of its neighbours. */
export const LANGUAGE_SKILLS: readonly string[] = [
  ...['Français', 'Anglais', 'Espagnol', 'Arabe', 'Fang', 'Ewondo', 'Duala', 'Lingala', 'Kituba', 'Sango'],
  ...[
    'Wolof',
    'Dioula',
    'Fulfuldé',
    'Haoussa',
    'Mooré',
    'Ewe',
    'Fon',
    'Bamiléké',
    'Pidgin English',
    'Portugais',
  ],
];

/** What people of a profession have studied. */
export const DEGREES: Record<SkillFamily, readonly string[]> = {
  finance: ['Licence en comptabilité et finance', 'Master en audit', 'BTS comptabilité et gestion'],
  office: ['BTS secrétariat bilingue', 'Licence en ressources humaines', 'Master en droit des affaires'],
  software: ['Licence en informatique', 'Master en génie logiciel', 'BSc Computer Science'],
  engineering: [
    'DUT génie électrique',
    'Ingénieur génie civil',
    'BTS électrotechnique',
    'HND Civil Engineering',
  ],
  field: ['BTS transport et logistique', 'Baccalauréat G2', 'CAP conducteur routier'],
  care: ['Diplôme d’État d’infirmier', 'Licence en biologie médicale', 'BNSc Nursing'],
  teaching: ['Licence en lettres modernes', 'DIPES II', 'Licence en mathématiques', 'BEd English'],
  commerce: ['BTS action commerciale', 'Licence en marketing', 'BTS hôtellerie et restauration'],
  nature: ['Ingénieur agronome', 'Licence en foresterie', 'BTS production végétale'],
  projects: ['Master en gestion de projets', 'Licence en sociologie', 'MSc Public Health'],
};

/** Where they have studied. */
export const SCHOOLS: readonly string[] = [
  ...['Université de Yaoundé I', 'Université de Douala', 'University of Buea', 'Université de Dschang'],
  ...[
    'Université Omar-Bongo',
    'Université Marien-Ngouabi',
    'Université de N’Djamena',
    'Université de Bangui',
  ],
  ...['Université Félix-Houphouët-Boigny', 'Université Cheikh-Anta-Diop', 'Université de Lomé'],
  ...['Université d’Abomey-Calavi', 'Université Joseph-Ki-Zerbo', 'University of Bamenda', 'Lycée technique'],
  ...['Institut supérieur de technologie', 'Institut universitaire de la côte', 'École nationale supérieure'],
];
