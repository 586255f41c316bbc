import { ALL_MEMBERS, everybody, only, type Domain } from '../permissions.js';

export const serviceTable: Domain = {
  title: 'Service',
  queries: [
    { operation: 'ping', cells: everybody() },
    { operation: 'status', cells: everybody() },
    { operation: 'publicStatistics', cells: everybody() },
    { operation: 'marketStatistics', cells: everybody() },
    { operation: 'recentJobsCount', cells: everybody() },
    {
      operation: 'node',
      of: 'a draft; each type has a table of its own',
      args: { id: 'a draft' },
      cells: only([...ALL_MEMBERS, 'administrator'], everybody(), 'null'),
    },
    {
      operation: 'nodes',
      of: 'a draft; each id like node',
      args: { ids: ['a draft'] },
      cells: only([...ALL_MEMBERS, 'administrator'], everybody(), 'null'),
    },
  ],
  types: [
    { type: 'ServiceStatus', seen: 'Everybody.' },
    { type: 'PublicStatistics', seen: 'Everybody.' },
    { type: 'MarketStatistics', seen: 'Everybody.' },
    { type: 'IndustryCount', seen: 'Everybody.' },
    { type: 'PageInfo', seen: 'Whoever gets the list.', sameFor: [] },
    { type: 'UserError', seen: 'Whoever sent the mutation.' },
  ],
};
