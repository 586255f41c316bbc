/** Rivers, mountains and places after which companies like to call themselves. */
export const COMPANY_STEMS: readonly string[] = [
  ...['Sanaga', 'Wouri', 'Mungo', 'Nyong', 'Ntem', 'Dja', 'Bénoué', 'Logone', 'Chari', 'Ouham'],
  ...['Oubangui', 'Sangha', 'Likouala', 'Kouilou', 'Niari', 'Alima', 'Léfini', 'Ogooué', 'Ivindo', 'Nyanga'],
  ...[
    'Ngounié',
    'Komo',
    'Mondah',
    'Bandama',
    'Comoé',
    'Cavally',
    'Sassandra',
    'Casamance',
    'Saloum',
    'Falémé',
  ],
  ...['Mono', 'Ouémé', 'Zou', 'Mékrou', 'Atacora', 'Nazinon', 'Mouhoun', 'Djerma', 'Ténéré', 'Aïr'],
  ...['Manengouba', 'Bamboutos', 'Etinde', 'Kupe', 'Mandara', 'Adamaoua', 'Mayombe', 'Tibesti', 'Guéra'],
  ...['Mbam', 'Lobé', 'Nkam', 'Moungo', 'Littoral', 'Sahel', 'Savane', 'Équateur', 'Lagune', 'Estuaire'],
  ...['Baobab', 'Iroko', 'Okoumé', 'Moabi', 'Ébène', 'Acacia', 'Karité', 'Palmeraie', 'Ayous', 'Sapelli'],
  ...['Harmattan', 'Mousson', 'Alizé', 'Horizon', 'Zénith', 'Aurore', 'Boussole', 'Passerelle', 'Relais'],
  ...['Panthère', 'Touraco', 'Mandrill', 'Ibis', 'Pélican', 'Gazelle', 'Éland', 'Calao', 'Gorille', 'Kob'],
  ...['Ndolé', 'Cauris', 'Kora', 'Balafon', 'Djembé', 'Sao', 'Tikar', 'Ekang', 'Nok', 'Bassari'],
];
