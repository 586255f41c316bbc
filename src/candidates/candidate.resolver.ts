import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { candidateOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { User } from '../users/user.entity.js';
import { contactOfUser } from '../users/contact.loader.js';
import { Candidate } from './candidate.entity.js';
import { UpdateCandidateProfileInput } from './candidate.inputs.js';
import { candidateByUserId } from './candidate.loaders.js';
import { UpdateCandidateProfilePayload } from './candidate.payloads.js';
import { Cv } from './cv.entity.js';
import { cvsOfCandidate } from './cv.loaders.js';
import { seesCvsOf } from './cv.policy.js';
import { Education } from './education.entity.js';
import { Experience } from './experience.entity.js';
import { educationsOfCandidate, experiencesOfCandidate, skillsOfCandidate } from './profile-entry.loaders.js';
import { Skill } from './skill.entity.js';
import { updateCandidateProfile } from './update-candidate-profile.js';

/**
 * Whoever may see a candidate may see what it lists, and these of the user behind it, and nothing else of that user.
 */
@Resolver(() => Candidate)
export class CandidateResolver {
  @Mutation(() => UpdateCandidateProfilePayload, {
    nullable: true,
    description: 'Changes the profile of the viewer, a candidate.',
  })
  updateCandidateProfile(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateCandidateProfileInput, { description: 'The changes.' })
    input: UpdateCandidateProfileInput,
  ): Promise<UpdateCandidateProfilePayload> {
    const viewer = candidateOnly(ctx);
    return mutate<UpdateCandidateProfilePayload>(input, async () => ({
      candidate: await updateCandidateProfile(ctx, viewer, input),
    }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Given name.' })
  async firstName(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await contactOfUser(ctx).load(candidate.userId))?.firstName;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Family name.' })
  async lastName(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await contactOfUser(ctx).load(candidate.userId))?.lastName;
  }

  @FieldResolver(() => String, { nullable: true, description: 'E-mail address.' })
  async email(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await contactOfUser(ctx).load(candidate.userId))?.email;
  }

  @FieldResolver(() => [Experience], {
    description: 'Positions the candidate holds or held: present ones first, then the latest.',
  })
  experiences(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<Experience[]> {
    return experiencesOfCandidate(ctx).load(candidate.id);
  }

  @FieldResolver(() => [Education], {
    description: 'Courses of study: present ones first, then the latest.',
  })
  educations(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<Education[]> {
    return educationsOfCandidate(ctx).load(candidate.id);
  }

  @FieldResolver(() => [Skill], { description: 'What the candidate can do, latest addition first.' })
  skills(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<Skill[]> {
    return skillsOfCandidate(ctx).load(candidate.id);
  }

  @FieldResolver(() => [Cv], {
    nullable: true,
    description:
      'CVs on the profile, latest first, for the candidate and administrators; null for employers, who find the one of each application there.',
  })
  async cvs(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<Cv[] | null> {
    return seesCvsOf(ctx.viewer, candidate.id) ? cvsOfCandidate(ctx).load(candidate.id) : null;
  }
}

@Resolver(() => User)
export class CandidateOfUserResolver {
  @FieldResolver(() => Candidate, {
    nullable: true,
    description: 'The candidate profile; null for users with another role.',
  })
  candidate(@Root() user: User, @Ctx() ctx: Context): Promise<Candidate | null> {
    return candidateByUserId(ctx).load(user.id);
  }
}
