/** Given names heard between Dakar and Malabo. */
export const FIRST_NAMES: readonly string[] = [
  ...['Aïssatou', 'Fatoumata', 'Mariama', 'Aminata', 'Adjoa', 'Akissi', 'Afi', 'Abla', 'Ramatou', 'Hadiza'],
  ...['Clarisse', 'Solange', 'Bernadette', 'Chantal', 'Estelle', 'Prisca', 'Grâce', 'Nadège', 'Larissa'],
  ...['Ngozi', 'Comfort', 'Blessing', 'Patience', 'Mercy', 'Delphine', 'Brenda', 'Vanessa', 'Carine'],
  ...['Zara', 'Achta', 'Khadidja', 'Haoua', 'Mireille', 'Sylvie', 'Flore', 'Gisèle', 'Rokia', 'Oumou'],
  ...['Awa', 'Ndeye', 'Coumba', 'Sokhna', 'Binta', 'Djeneba', 'Salimata', 'Pélagie', 'Rosine', 'Béatrice'],
  ...['Mamadou', 'Ousmane', 'Ibrahima', 'Cheikh', 'Modou', 'Moussa', 'Seydou', 'Issouf', 'Adama', 'Boubacar'],
  ...['Kouamé', 'Yao', 'Koffi', 'Kodjo', 'Komlan', 'Kossi', 'Sèna', 'Dossou', 'Ganiou', 'Wilfried'],
  ...['Emmanuel', 'Serge', 'Hervé', 'Landry', 'Brice', 'Cédric', 'Rodrigue', 'Thierry', 'Junior', 'Arsène'],
  ...['Divine', 'Collins', 'Elvis', 'Ernest', 'Gilbert', 'Terence', 'Ransom', 'Walters', 'Clovis', 'Desmond'],
  ...['Abakar', 'Mahamat', 'Hassane', 'Youssouf', 'Djibrine', 'Alain', 'Fabrice', 'Parfait', 'Ghislain'],
  ...['Narcisse', 'Séverin', 'Prosper', 'Tanguy', 'Guy', 'Rostand', 'Stéphane', 'Joël', 'Loïc', 'Maxime'],
];

/** Family names of the same countries. */
export const LAST_NAMES: readonly string[] = [
  ...['Mbarga', 'Essomba', 'Atangana', 'Owona', 'Ngo Bayiha', 'Tchoumi', 'Kamdem', 'Fotso', 'Nguimfack'],
  ...['Njoya', 'Mouafo', 'Talla', 'Tchinda', 'Wamba', 'Ekotto', 'Moukoko', 'Ebongué', 'Ndjock', 'Abena'],
  ...['Ngwa', 'Tabe', 'Fon', 'Achu', 'Nkeng', 'Tanyi', 'Ayuk', 'Enow', 'Bih', 'Che'],
  ...['Moussavou', 'Mboumba', 'Nguema', 'Ondo', 'Obame', 'Koumba', 'Ndong', 'Mintsa', 'Boussougou', 'Minko'],
  ...[
    'Makosso',
    'Loemba',
    'Mabiala',
    'Massamba',
    'Nkounkou',
    'Ngoma',
    'Okemba',
    'Itoua',
    'Malonga',
    'Batchi',
  ],
  ...['Abdoulaye', 'Oumar', 'Saleh', 'Ngarlem', 'Djimadoum', 'Mbaïlao', 'Allafi', 'Kodi', 'Brahim', 'Adoum'],
  ...['Zoungrana', 'Sawadogo', 'Kaboré', 'Kiéma', 'Tapsoba', 'Zongo', 'Yaméogo', 'Sanou', 'Nacoulma', 'Somé'],
  ...['Traoré', 'Diarra', 'Coulibaly', 'Sissoko', 'Doumbia', 'Koné', 'Camara', 'Dembélé', 'Sangaré', 'Touré'],
  ...['Diop', 'Ndiaye', 'Sarr', 'Faye', 'Diouf', 'Gueye', 'Mbaye', 'Seck', 'Sène', 'Ba'],
  ...['Kouassi', 'Kouadio', 'Konan', 'N’Guessan', 'Aka', 'Brou', 'Yapi', 'Gnahoré', 'Tano', 'Ehui'],
  ...['Mensah', 'Agbodjan', 'Amouzou', 'Adjovi', 'Houngbédji', 'Dossa', 'Zinsou', 'Gbaguidi', 'Ahouansou'],
  ...['Ekoué', 'Lawson', 'Tchalla', 'Issa', 'Maïga', 'Harouna', 'Soumana', 'Ndoutou', 'Gbangolo', 'Yakité'],
];
