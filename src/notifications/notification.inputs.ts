import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which notification.' })
export class NotificationIdInput {
  @Field(() => ID, { description: 'Id of a notification of the viewer.' })
  notificationId!: string;
}
