import { sql } from 'kysely';
import { registerEnumType } from 'type-graphql';
import { highestFirst, type Order } from '../graphql/order.js';

export enum ApplicationOrder {
  NEWEST = 'NEWEST',
  LAST_CHANGE = 'LAST_CHANGE',
  RATING = 'RATING',
}

registerEnumType(ApplicationOrder, {
  name: 'ApplicationOrder',
  description: 'How a list of applications is sorted for the company.',
  valuesConfig: {
    NEWEST: { description: 'Latest sent first.' },
    LAST_CHANGE: { description: 'Latest change of status first.' },
    RATING: { description: 'Highest rating first, unrated last. For those who may see the ratings.' },
  },
});

/** Without RATING: the order alone would tell candidates how they were rated. */
export enum MyApplicationOrder {
  NEWEST = 'NEWEST',
  LAST_CHANGE = 'LAST_CHANGE',
}

registerEnumType(MyApplicationOrder, {
  name: 'MyApplicationOrder',
  description: 'How a list of applications is sorted for the candidate who sent them.',
  valuesConfig: {
    NEWEST: { description: 'Latest sent first.' },
    LAST_CHANGE: { description: 'Latest change of status first.' },
  },
});

export const ORDERS: Record<ApplicationOrder, Order> = {
  NEWEST: highestFirst('newest', sql`a.created_at`, 'timestamptz', 'a'),
  LAST_CHANGE: highestFirst('last-change', sql`a.updated_at`, 'timestamptz', 'a'),
  RATING: highestFirst('rating', sql`coalesce(a.rating, 0)`, 'integer', 'a'),
};
