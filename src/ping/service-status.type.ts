import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';

export enum PartStatus {
  OK = 'OK',
  UNAVAILABLE = 'UNAVAILABLE',
  NOT_USED = 'NOT_USED',
}

registerEnumType(PartStatus, {
  name: 'PartStatus',
  description: 'Whether a part the service stands on can be reached.',
  valuesConfig: {
    OK: { description: 'It answers.' },
    UNAVAILABLE: { description: 'It does not answer. What needs it fails or goes on as well as it can.' },
    NOT_USED: { description: 'The service runs without it.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'How the service is, as seen by the process that answers.',
})
export class ServiceStatus {
  @Field(() => String, { description: 'Version of the program.' })
  version!: string;

  @Field(() => DateTime, { description: 'The time of the service.' })
  time!: Date;

  @Field(() => Int, { description: 'For how many seconds the process has been running.' })
  uptimeSeconds!: number;

  @Field(() => PartStatus, { description: 'The database. May be 5 seconds old.' })
  database!: PartStatus;

  @Field(() => PartStatus, {
    description: 'Redis, through which processes share limits. May be 5 seconds old.',
  })
  redis!: PartStatus;
}
