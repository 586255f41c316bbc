/** A branch of business. */
export interface Industry {
  /** As stored and filtered by. */
  name: string;
  /** What follows the proper name of a company: "Sanaga Logistique". */
  nouns: readonly string[];
  /** What its companies do; fits after "X " in French and in English. */
  fr: string;
  en: string;
}

/** Every branch there are companies of. */
export const INDUSTRIES = [
  {
    name: 'Telecommunications',
    nouns: ['Télécom', 'Réseaux', 'Mobile', 'Fibre'],
    fr: 'exploite des réseaux mobiles et fibre, pour le grand public comme pour les entreprises',
    en: 'runs mobile and fibre networks for households and businesses',
  },
  {
    name: 'Banking and insurance',
    nouns: ['Banque', 'Assurances', 'Microfinance', 'Capital'],
    fr: 'accompagne les particuliers, les commerçants et les PME dans leurs projets d’épargne et de crédit',
    en: 'serves households, traders and small businesses with savings, credit and cover',
  },
  {
    name: 'Information technology',
    nouns: ['Digital', 'Systèmes', 'Labs', 'Logiciels'],
    fr: 'conçoit des logiciels et des services en ligne utilisés dans toute la sous-région',
    en: 'builds software and online services used across the region',
  },
  {
    name: 'Construction',
    nouns: ['Construction', 'Bâtiment', 'Travaux', 'Génie Civil'],
    fr: 'construit des routes, des logements et des ouvrages publics',
    en: 'builds roads, housing and public works',
  },
  {
    name: 'Transport and logistics',
    nouns: ['Logistique', 'Transit', 'Transport', 'Shipping'],
    fr: 'organise le transit, l’entreposage et la livraison des marchandises du port jusqu’au client',
    en: 'handles customs, storage and delivery from the port to the customer',
  },
  {
    name: 'Health',
    nouns: ['Santé', 'Cliniques', 'Pharma', 'Médical'],
    fr: 'gère des cliniques et des pharmacies au service de plusieurs milliers de patients chaque mois',
    en: 'runs clinics and pharmacies that care for thousands of patients every month',
  },
  {
    name: 'Education',
    nouns: ['Académie', 'Formation', 'Écoles', 'Campus'],
    fr: 'forme des élèves et des adultes, du primaire aux métiers techniques',
    en: 'teaches pupils and adults, from primary school to technical trades',
  },
  {
    name: 'Agriculture',
    nouns: ['Agro', 'Plantations', 'Fermes', 'Cultures'],
    fr: 'produit du cacao, du palmier à huile et des vivres avec des centaines de planteurs partenaires',
    en: 'grows cocoa, oil palm and food crops with hundreds of partner farmers',
  },
  {
    name: 'Food industry',
    nouns: ['Foods', 'Brasserie', 'Minoterie', 'Laiterie'],
    fr: 'transforme et distribue des produits alimentaires fabriqués localement',
    en: 'makes and distributes food and drinks produced locally',
  },
  {
    name: 'Energy and water',
    nouns: ['Énergie', 'Solaire', 'Hydro', 'Power'],
    fr: 'installe et exploite des centrales solaires, des mini-réseaux et des stations d’eau potable',
    en: 'installs and runs solar plants, mini-grids and drinking water stations',
  },
  {
    name: 'Oil and gas',
    nouns: ['Pétrole', 'Offshore', 'Gaz', 'Drilling'],
    fr: 'intervient sur les champs pétroliers et gaziers du golfe de Guinée',
    en: 'works on the oil and gas fields of the Gulf of Guinea',
  },
  {
    name: 'Mining',
    nouns: ['Mines', 'Minerais', 'Géosciences', 'Carrières'],
    fr: 'explore et exploite des gisements de manganèse, d’or et de fer',
    en: 'explores and works deposits of manganese, gold and iron',
  },
  {
    name: 'Forestry',
    nouns: ['Bois', 'Forêts', 'Scierie', 'Sylviculture'],
    fr: 'gère des concessions forestières certifiées et transforme le bois sur place',
    en: 'manages certified forest concessions and processes the timber locally',
  },
  {
    name: 'Retail',
    nouns: ['Distribution', 'Market', 'Comptoirs', 'Négoce'],
    fr: 'exploite une chaîne de supermarchés et de magasins de proximité',
    en: 'runs a chain of supermarkets and neighbourhood shops',
  },
  {
    name: 'Hotels and restaurants',
    nouns: ['Hôtels', 'Résidences', 'Lodge', 'Restauration'],
    fr: 'accueille voyageurs d’affaires et familles dans ses hôtels et ses restaurants',
    en: 'welcomes business travellers and families in its hotels and restaurants',
  },
  {
    name: 'International development',
    nouns: ['Développement', 'Solidarité', 'Initiatives', 'Action'],
    fr: 'mène avec les communautés des projets d’eau, de nutrition et d’emploi des jeunes',
    en: 'works with communities on water, nutrition and youth employment',
  },
] as const satisfies readonly Industry[];

/** The name of one of them. */
export type IndustryName = (typeof INDUSTRIES)[number]['name'];
