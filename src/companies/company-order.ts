import { sql } from 'kysely';
import { registerEnumType } from 'type-graphql';
import { highestFirst, lowestFirst, type Order } from '../graphql/order.js';

export enum CompanyOrder {
  NEWEST = 'NEWEST',
  NAME = 'NAME',
}

registerEnumType(CompanyOrder, {
  name: 'CompanyOrder',
  description: 'How a list of companies is sorted.',
  valuesConfig: {
    NEWEST: { description: 'Latest to join the platform first.' },
    NAME: { description: 'By name from A to Z; case and accents do not matter.' },
  },
});

/** The name as the index has it. Cut, because it travels in cursors; so long a beginning is enough to sort by. */
const SORTED_NAME = sql`left(plain_text(c.name), 100)`;

export const COMPANY_ORDERS: Record<CompanyOrder, Order> = {
  NEWEST: highestFirst('newest', sql`c.created_at`, 'timestamptz', 'c'),
  NAME: lowestFirst('name', SORTED_NAME, 'text', 'c'),
};
