import { sql } from 'kysely';
import { defineLoader, inOrderOf } from '../graphql/loader.js';

/** What the profile of a candidate or an employer shows of the user behind it. */
export interface Contact {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
}

/** Contacts by the user's id. Nothing else of the user is read, so nothing else can be shown. */
export const contactOfUser = defineLoader<string, Contact | null>(async ({ db }, ids) => {
  const contacts = await db.rows(sql<Contact>`
    select id, first_name as "firstName", last_name as "lastName", email from users where id = any(${ids}::uuid[])`);
  return inOrderOf(ids, contacts, (contact) => contact.id);
});
