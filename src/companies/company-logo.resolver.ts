import type { Disk } from 'flydrive';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { employerOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { PublicField } from '../graphql/public-field.js';
import { CompleteCompanyLogoUploadInput, RequestCompanyLogoUploadInput } from './company-logo.inputs.js';
import { RequestCompanyLogoUploadPayload } from './company-logo.payloads.js';
import { Company } from './company.entity.js';
import { CompleteCompanyLogoUploadPayload, DeleteCompanyLogoPayload } from './company.payloads.js';
import { completeCompanyLogoUpload } from './complete-company-logo-upload.js';
import { deleteCompanyLogo } from './delete-company-logo.js';
import { logoPath } from './logo-files.js';
import { requestCompanyLogoUpload } from './request-company-logo-upload.js';

@Resolver(() => Company)
export class CompanyLogoResolver {
  constructor(
    private readonly disk: Disk,
    private readonly publicUrl: () => string,
  ) {}

  @Mutation(() => RequestCompanyLogoUploadPayload, {
    nullable: true,
    description:
      "Begins to upload a logo of the viewer's company: send the file as `upload` tells, then call completeCompanyLogoUpload. For its company admins.",
  })
  @Directive('@rateLimit(limit: 20, duration: 3600)')
  requestCompanyLogoUpload(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestCompanyLogoUploadInput, { description: 'The file.' })
    input: RequestCompanyLogoUploadInput,
  ): Promise<RequestCompanyLogoUploadPayload> {
    const viewer = employerOnly(ctx);
    return mutate<RequestCompanyLogoUploadPayload>(input, () =>
      requestCompanyLogoUpload(ctx, this.disk, viewer, input),
    );
  }

  @Mutation(() => CompleteCompanyLogoUploadPayload, {
    nullable: true,
    description:
      'Makes an uploaded image the logo of the company, in place of the one it had. It is drawn anew: at most 512 pixels wide and high, without animation and metadata. Doing it again changes nothing.',
  })
  @Directive('@rateLimit(limit: 60, duration: 3600)')
  completeCompanyLogoUpload(
    @Ctx() ctx: Context,
    @Arg('input', () => CompleteCompanyLogoUploadInput, { description: 'Which upload.' })
    input: CompleteCompanyLogoUploadInput,
  ): Promise<CompleteCompanyLogoUploadPayload> {
    const viewer = employerOnly(ctx);
    return mutate<CompleteCompanyLogoUploadPayload>(input, async () => ({
      company: await completeCompanyLogoUpload(ctx, this.disk, viewer, input),
    }));
  }

  @Mutation(() => DeleteCompanyLogoPayload, {
    nullable: true,
    description: "Takes the logo off the viewer's company, if it has one. For its company admins.",
  })
  deleteCompanyLogo(@Ctx() ctx: Context): Promise<DeleteCompanyLogoPayload> {
    const viewer = employerOnly(ctx);
    return mutate<DeleteCompanyLogoPayload>({}, async () => ({
      company: await deleteCompanyLogo(ctx, viewer),
    }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the logo is: a WebP image of at most 512 by 512 pixels, for everybody. The address stays as long as the logo does, and another logo has another one; null without a logo.',
  })
  @PublicField('Company')
  logoUrl(@Root() company: Company): string | null {
    const path = logoPath(company);
    return path === null ? null : this.publicUrl() + path;
  }
}
