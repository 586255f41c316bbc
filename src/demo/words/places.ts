/** A country where jobs are, with its larger cities, capital or economic centre first. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  fr: string;
  en: string;
  dialCode: string;
  currency: 'XAF' | 'XOF';
  cities: readonly string[];
  /** How often it comes up, against the others. */
  weight: number;
  /** Share of jobs written in English, percent. */
  english: number;
}

/** Central Africa first, where most of the jobs are. */
export const COUNTRIES: readonly Country[] = [
  {
    code: 'CM',
    fr: 'Cameroun',
    en: 'Cameroon',
    dialCode: '+237',
    currency: 'XAF',
    cities: ['Douala', 'Yaoundé', 'Bafoussam', 'Buea', 'Bamenda', 'Limbe', 'Kribi', 'Garoua', 'Maroua'],
    weight: 30,
    english: 52,
  },
  {
    code: 'GA',
    fr: 'Gabon',
    en: 'Gabon',
    dialCode: '+241',
    currency: 'XAF',
    cities: ['Libreville', 'Port-Gentil', 'Franceville', 'Owendo', 'Lambaréné', 'Oyem'],
    weight: 16,
    english: 34,
  },
  {
    code: 'CG',
    fr: 'Congo',
    en: 'Congo',
    dialCode: '+242',
    currency: 'XAF',
    cities: ['Brazzaville', 'Pointe-Noire', 'Dolisie', 'Ouesso', 'Oyo'],
    weight: 12,
    english: 34,
  },
  {
    code: 'TD',
    fr: 'Tchad',
    en: 'Chad',
    dialCode: '+235',
    currency: 'XAF',
    cities: ['N’Djamena', 'Moundou', 'Sarh', 'Abéché', 'Doba'],
    weight: 7,
    english: 34,
  },
  {
    code: 'CF',
    fr: 'République centrafricaine',
    en: 'Central African Republic',
    dialCode: '+236',
    currency: 'XAF',
    cities: ['Bangui', 'Berbérati', 'Bambari'],
    weight: 4,
    english: 34,
  },
  {
    code: 'GQ',
    fr: 'Guinée équatoriale',
    en: 'Equatorial Guinea',
    dialCode: '+240',
    currency: 'XAF',
    cities: ['Malabo', 'Bata', 'Mongomo'],
    weight: 4,
    english: 45,
  },
  {
    code: 'CI',
    fr: 'Côte d’Ivoire',
    en: 'Côte d’Ivoire',
    dialCode: '+225',
    currency: 'XOF',
    cities: ['Abidjan', 'Yamoussoukro', 'Bouaké', 'San-Pédro', 'Korhogo'],
    weight: 8,
    english: 34,
  },
  {
    code: 'SN',
    fr: 'Sénégal',
    en: 'Senegal',
    dialCode: '+221',
    currency: 'XOF',
    cities: ['Dakar', 'Thiès', 'Saint-Louis', 'Kaolack', 'Ziguinchor'],
    weight: 6,
    english: 34,
  },
  {
    code: 'ML',
    fr: 'Mali',
    en: 'Mali',
    dialCode: '+223',
    currency: 'XOF',
    cities: ['Bamako', 'Sikasso', 'Ségou', 'Kayes'],
    weight: 3,
    english: 34,
  },
  {
    code: 'BF',
    fr: 'Burkina Faso',
    en: 'Burkina Faso',
    dialCode: '+226',
    currency: 'XOF',
    cities: ['Ouagadougou', 'Bobo-Dioulasso', 'Koudougou', 'Banfora'],
    weight: 4,
    english: 34,
  },
  {
    code: 'NE',
    fr: 'Niger',
    en: 'Niger',
    dialCode: '+227',
    currency: 'XOF',
    cities: ['Niamey', 'Zinder', 'Maradi', 'Tahoua'],
    weight: 3,
    english: 34,
  },
  {
    code: 'TG',
    fr: 'Togo',
    en: 'Togo',
    dialCode: '+228',
    currency: 'XOF',
    cities: ['Lomé', 'Sokodé', 'Kara', 'Kpalimé'],
    weight: 4,
    english: 34,
  },
  {
    code: 'BJ',
    fr: 'Bénin',
    en: 'Benin',
    dialCode: '+229',
    currency: 'XOF',
    cities: ['Cotonou', 'Porto-Novo', 'Parakou', 'Abomey-Calavi'],
    weight: 4,
    english: 34,
  },
];

/** Street names found in about every town. */
export const STREETS: readonly string[] = [
  'boulevard de la Liberté',
  'avenue de l’Indépendance',
  'rue du Commerce',
  'rue de la Gare',
  'avenue des Cocotiers',
  'boulevard du Bord de Mer',
  'rue des Palmiers',
  'carrefour du Grand Marché',
  'avenue du Port',
  'rue de l’Hôpital',
];
