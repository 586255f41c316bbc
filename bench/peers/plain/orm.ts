import { DataloaderType } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { settings } from '../settings.js';
import { Application } from './application.entity.js';
import { Candidate } from './candidate.entity.js';
import { Company } from './company.entity.js';
import { Job } from './job.entity.js';
import { User } from './user.entity.js';

/** MikroORM with its DataLoader switched on, so that references of a request load in batches. */
export function startOrm(): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: settings.databaseUrl,
    entities: [Application, Candidate, Company, Job, User],
    pool: { min: 0, max: settings.poolSize },
    dataloader: DataloaderType.ALL,
  });
}
