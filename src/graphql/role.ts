import { registerEnumType } from 'type-graphql';

export enum Role {
  CANDIDATE = 'CANDIDATE',
  EMPLOYER = 'EMPLOYER',
  ADMIN = 'ADMIN',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a user may do on the platform. Each user has exactly one role, for good.',
  valuesConfig: {
    CANDIDATE: { description: 'Looks for jobs and applies.' },
    EMPLOYER: { description: 'Publishes jobs for a company and works through its applications.' },
    ADMIN: { description: 'Keeps the platform clean. Made by another administrator, never by sign-up.' },
  },
});
