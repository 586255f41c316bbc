import { registerEnumType } from 'type-graphql';

export enum ApplicationStatus {
  APPLIED = 'APPLIED',
  VIEWED = 'VIEWED',
  SHORTLISTED = 'SHORTLISTED',
  INTERVIEW = 'INTERVIEW',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description:
    'Where an application stands. APPLIED, VIEWED, SHORTLISTED and INTERVIEW are live; ACCEPTED, REJECTED and WITHDRAWN are final.',
  valuesConfig: {
    APPLIED: { description: 'Sent, not yet looked at.' },
    VIEWED: { description: 'The company has opened it.' },
    SHORTLISTED: { description: 'The company keeps it for closer consideration.' },
    INTERVIEW: { description: 'The candidate is invited to an interview.' },
    ACCEPTED: { description: 'The candidate gets the job. Final, unless the company reopens it.' },
    REJECTED: { description: 'The company declined. Final, unless the company reopens it.' },
    WITHDRAWN: { description: 'The candidate took it back. Final; the candidate may apply again.' },
  },
});

export enum ApplicationSource {
  DIRECT = 'DIRECT',
  LINKEDIN = 'LINKEDIN',
  WHATSAPP = 'WHATSAPP',
  EMAIL = 'EMAIL',
  FACEBOOK = 'FACEBOOK',
  OTHER = 'OTHER',
}

registerEnumType(ApplicationSource, {
  name: 'ApplicationSource',
  description: 'How the candidate found the job.',
  valuesConfig: {
    DIRECT: { description: 'On this platform.' },
    LINKEDIN: { description: 'Through LinkedIn.' },
    WHATSAPP: { description: 'Through WhatsApp.' },
    EMAIL: { description: 'Through an e-mail.' },
    FACEBOOK: { description: 'Through Facebook.' },
    OTHER: { description: 'In another way; `sourceDetail` tells which.' },
  },
});

export enum Actor {
  CANDIDATE = 'CANDIDATE',
  EMPLOYER = 'EMPLOYER',
  ADMIN = 'ADMIN',
}

registerEnumType(Actor, {
  name: 'Actor',
  description: 'Which side made a change.',
  valuesConfig: {
    CANDIDATE: { description: 'The candidate who applied.' },
    EMPLOYER: { description: 'Someone of the company that published the job.' },
    ADMIN: { description: 'An administrator of the platform.' },
  },
});
