import { registerEnumType } from 'type-graphql';

export enum JobStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  CLOSED = 'CLOSED',
  ARCHIVED = 'ARCHIVED',
}

registerEnumType(JobStatus, {
  name: 'JobStatus',
  description:
    'Where a job is in its life: DRAFT, then PUBLISHED, then CLOSED (may be published again), then ARCHIVED.',
  valuesConfig: {
    DRAFT: { description: 'Being written. Only the company sees it.' },
    PUBLISHED: { description: 'Public, and open to applications until it expires or is closed.' },
    CLOSED: { description: 'No longer public and no longer open to applications.' },
    ARCHIVED: { description: 'Put away for good.' },
  },
});

export enum JobType {
  FULL_TIME = 'FULL_TIME',
  PART_TIME = 'PART_TIME',
  CONTRACT = 'CONTRACT',
  TEMPORARY = 'TEMPORARY',
  INTERNSHIP = 'INTERNSHIP',
}

registerEnumType(JobType, {
  name: 'JobType',
  description: 'Kind of employment.',
  valuesConfig: {
    FULL_TIME: { description: 'Full-time, permanent.' },
    PART_TIME: { description: 'Part-time, permanent.' },
    CONTRACT: { description: 'Fixed-term or freelance contract.' },
    TEMPORARY: { description: 'Short assignment or seasonal work.' },
    INTERNSHIP: { description: 'Internship or traineeship.' },
  },
});

export enum LocationType {
  ON_SITE = 'ON_SITE',
  REMOTE = 'REMOTE',
  HYBRID = 'HYBRID',
}

registerEnumType(LocationType, {
  name: 'LocationType',
  description: 'Where the work is done.',
  valuesConfig: {
    ON_SITE: { description: 'At the workplace.' },
    REMOTE: { description: 'From anywhere.' },
    HYBRID: { description: 'Partly at the workplace, partly remote.' },
  },
});

export enum SalaryPeriod {
  HOUR = 'HOUR',
  DAY = 'DAY',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}

registerEnumType(SalaryPeriod, {
  name: 'SalaryPeriod',
  description: 'The time a salary is paid for.',
  valuesConfig: {
    HOUR: { description: 'Per hour.' },
    DAY: { description: 'Per day.' },
    MONTH: { description: 'Per month.' },
    YEAR: { description: 'Per year.' },
  },
});
