import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which member.' })
export abstract class MemberInput {
  @Field(() => ID, { description: "Id of an employer who is a member of the viewer's company." })
  employerId!: string;
}

@InputType({ description: 'Which colleague becomes company admin.' })
export class HandOverCompanyAdminInput extends MemberInput {}

@InputType({ description: 'Which colleague is to go.' })
export class RemoveMemberInput extends MemberInput {}

@InputType({ description: 'What a member may do. A permission left out stays as it is.' })
export class SetMemberPermissionsInput extends MemberInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'May create, edit, publish and close jobs of the company.',
  })
  canCreateJobs?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'May read and move the applications to jobs of the company.',
  })
  canManageCandidates?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'May edit the company, invite colleagues and set their permissions. A company with members keeps at least one admin.',
  })
  isCompanyAdmin?: boolean | null;
}
