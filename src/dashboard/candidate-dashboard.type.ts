import { Field, Int, ObjectType } from 'type-graphql';
import { ApplicationEvent } from '../applications/application-event.entity.js';
import { Application } from '../applications/application.entity.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Something that happened to an application of the candidate.',
})
export class CandidateActivity {
  @Field(() => Application, { description: 'The application.' })
  application!: Application;

  @Field(() => ApplicationEvent, { description: 'What happened to it, and when.' })
  event!: ApplicationEvent;
}

@ObjectType({ simpleResolvers: true, description: 'A candidate at a glance.' })
export class CandidateDashboard {
  @Field(() => Int, { description: 'Applications sent, whatever became of them.' })
  applicationsSent!: number;

  @Field(() => Int, { description: 'Jobs of the whole platform that are public now.' })
  publishedJobs!: number;

  @Field(() => Int, { description: 'Own applications that stand at INTERVIEW.' })
  interviews!: number;

  @Field(() => Int, {
    description:
      'How complete the profile is, in percent: 60 for first name, last name, e-mail, phone, location, title and summary; 15 for an experience, 15 for an education, 10 for a skill.',
  })
  profileCompletion!: number;

  @Field(() => [CandidateActivity], {
    description: 'The last ten changes of own applications, newest first.',
  })
  recentActivity!: CandidateActivity[];
}
