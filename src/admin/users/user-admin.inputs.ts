import { IsOptional, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which user.' })
export class UserIdInput {
  @Field(() => ID, { description: 'Id of the user.' })
  userId!: string;
}

@InputType({ description: 'Whose account to deactivate.' })
export class DeactivateUserInput extends UserIdInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why, for the audit log only: 1 to 500 characters.',
  })
  @IsOptional()
  @Length(1, 500)
  reason?: string | null;
}
