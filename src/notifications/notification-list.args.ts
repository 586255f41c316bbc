import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../graphql/page-args.js';
import { NotificationType } from './notification.entity.js';

@ArgsType()
export class NotificationListArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Only those not read yet.' })
  unreadOnly!: boolean;

  @Field(() => [NotificationType], {
    nullable: true,
    description: 'Only those that tell of one of these; all if omitted.',
  })
  type?: NotificationType[] | null;
}
