import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Employer } from '../employers/employer.entity.js';
import { findVisibleEmployer } from '../employers/find-employer.js';
import { employerOnly } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { mutate } from '../graphql/mutation.js';
import { PageArgs, sliceOf } from '../graphql/page-args.js';
import { selects } from '../graphql/selection.js';
import { addApplicationNote } from './add-application-note.js';
import { ApplicationNoteConnection } from './application-note.connection.js';
import { ApplicationNote } from './application-note.entity.js';
import {
  AddApplicationNoteInput,
  DeleteApplicationNoteInput,
  UpdateApplicationNoteInput,
} from './application-note.inputs.js';
import { notesOfApplication } from './application-note.loaders.js';
import {
  AddApplicationNotePayload,
  DeleteApplicationNotePayload,
  UpdateApplicationNotePayload,
} from './application-note.payloads.js';
import { Application } from './application.entity.js';
import { applicationById } from './application.loaders.js';
import { mayAssess } from './application.policy.js';
import { deleteApplicationNote } from './delete-application-note.js';
import { updateApplicationNote } from './update-application-note.js';

/** A note is only ever handed to somebody who may see it, and whoever sees it sees its application. */
@Resolver(() => ApplicationNote)
export class ApplicationNoteResolver {
  @Mutation(() => AddApplicationNotePayload, {
    nullable: true,
    description: 'Keeps a note with an application, for members of the company who may manage candidates.',
  })
  addApplicationNote(
    @Ctx() ctx: Context,
    @Arg('input', () => AddApplicationNoteInput, { description: 'The note.' }) input: AddApplicationNoteInput,
  ): Promise<AddApplicationNotePayload> {
    const viewer = employerOnly(ctx);
    return mutate<AddApplicationNotePayload>(input, async () => ({
      note: await addApplicationNote(ctx, viewer, input),
    }));
  }

  @Mutation(() => UpdateApplicationNotePayload, {
    nullable: true,
    description: 'Changes what a note says. Only its author may.',
  })
  updateApplicationNote(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateApplicationNoteInput, { description: 'The new words.' })
    input: UpdateApplicationNoteInput,
  ): Promise<UpdateApplicationNotePayload> {
    employerOnly(ctx);
    return mutate<UpdateApplicationNotePayload>(input, async () => ({
      note: await updateApplicationNote(ctx, input),
    }));
  }

  @Mutation(() => DeleteApplicationNotePayload, {
    nullable: true,
    description: 'Removes a note for good. Its author and company admins may.',
  })
  deleteApplicationNote(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteApplicationNoteInput, { description: 'Which note.' })
    input: DeleteApplicationNoteInput,
  ): Promise<DeleteApplicationNotePayload> {
    employerOnly(ctx);
    return mutate<DeleteApplicationNotePayload>(input, async () => ({
      deletedNoteId: await deleteApplicationNote(ctx, input),
    }));
  }

  @FieldResolver(() => DateTime, { description: 'When it was written.' })
  createdAt(@Root() note: ApplicationNote): Date {
    return note.createdAt;
  }

  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'Who wrote it; null once they have left the company.',
  })
  author(@Root() note: ApplicationNote, @Ctx() ctx: Context): Promise<Employer | null> | null {
    return note.employerId === null ? null : findVisibleEmployer(ctx, note.employerId);
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application it is about.' })
  application(@Root() note: ApplicationNote, @Ctx() ctx: Context): Promise<Application | null> {
    return applicationById(ctx).load(note.applicationId);
  }
}

/** What only the company sees of an application: null for everybody else. */
@Resolver(() => Application)
export class AssessmentResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The company's own rating, 1 to 5; null while there is none, and for all but members of the company who may manage candidates.",
  })
  rating(@Root() application: Application, @Ctx() ctx: Context): number | null {
    return mayAssess(ctx.viewer, application) ? application.rating : null;
  }

  @FieldResolver(() => ApplicationNoteConnection, {
    nullable: true,
    description:
      "The company's own notes, newest first; null for all but members of the company who may manage candidates.",
  })
  notes(
    @Root() application: Application,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<ApplicationNote>> | null {
    if (!mayAssess(ctx.viewer, application)) return null;
    const withTotal = selects(info, 'totalCount');
    return notesOfApplication(ctx).load({ parentId: application.id, slice: sliceOf(args), withTotal });
  }
}
