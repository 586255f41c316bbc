import { sql } from 'kysely';
import { registerEnumType } from 'type-graphql';
import { highestFirst, lowestFirst, type Order } from '../../graphql/order.js';

export enum UserOrder {
  NEWEST = 'NEWEST',
  NAME = 'NAME',
}

registerEnumType(UserOrder, {
  name: 'UserOrder',
  description: 'How a list of users is sorted.',
  valuesConfig: {
    NEWEST: { description: 'Latest sign-up first.' },
    NAME: { description: 'By family name, then given name, from A to Z; accents do not matter.' },
  },
});

export const USER_ORDERS: Record<UserOrder, Order> = {
  NEWEST: highestFirst('newest', sql`u.created_at`, 'timestamptz', 'u'),
  // Written as the index has it.
  NAME: lowestFirst('name', sql`left(plain_text(u.last_name || ' ' || u.first_name), 100)`, 'text', 'u'),
};
