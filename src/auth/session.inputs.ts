import { Field, ID, InputType, registerEnumType } from 'type-graphql';

export enum SignOutScope {
  OTHERS = 'OTHERS',
  ALL = 'ALL',
}

registerEnumType(SignOutScope, {
  name: 'SignOutScope',
  description: 'Which of their sessions a user signs out of.',
  valuesConfig: {
    OTHERS: { description: 'All but the one this request belongs to.' },
    ALL: { description: 'All, this one included.' },
  },
});

@InputType({ description: 'Which session to end.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'Id of one of the sessions mySessions lists.' })
  sessionId!: string;
}

@InputType({ description: 'How far to sign out.' })
export class SignOutEverywhereInput {
  @Field(() => SignOutScope, { description: 'Which sessions to end.' })
  scope!: SignOutScope;
}
