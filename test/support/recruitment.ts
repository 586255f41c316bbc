import type { EmployerWithCompany, Person } from './people.js';

/** Fields of a job that is fine as it is. */
export const JOB = {
  title: 'Comptable',
  description: 'Tenir la comptabilité générale de l’entreprise.',
  type: 'FULL_TIME',
  locationType: 'ON_SITE',
  location: 'Libreville',
  country: 'GA',
  language: 'fr',
  salaryMin: 400_000,
  salaryMax: 600_000,
};

/** Creates a draft and answers its id. */
export async function createJob(
  employer: EmployerWithCompany,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const { createJob: answer } = await employer.client.data<{
    createJob: { job: { id: string } | null; userErrors: unknown[] };
  }>(
    `mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id } userErrors { code field message } } }`,
    { input: { ...JOB, ...fields } },
  );
  if (!answer.job) throw new Error(`createJob refused: ${JSON.stringify(answer.userErrors)}`);
  return answer.job.id;
}

/** Creates and publishes a job and answers its id. */
export async function publishedJob(
  employer: EmployerWithCompany,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const jobId = await createJob(employer, fields);
  await employer.client.data(
    `mutation ($jobId: ID!) { publishJob(input: { jobId: $jobId }) { userErrors { message } } }`,
    { jobId },
  );
  return jobId;
}

/** Applies to a job and answers the application's id. */
export async function apply(candidate: Person, jobId: string): Promise<string> {
  const { applyToJob } = await candidate.client.data<{
    applyToJob: { application: { id: string } | null; userErrors: unknown[] };
  }>(
    `mutation ($jobId: ID!) { applyToJob(input: { jobId: $jobId }) { application { id } userErrors { code field message } } }`,
    { jobId },
  );
  if (!applyToJob.application)
    throw new Error(`applyToJob refused: ${JSON.stringify(applyToJob.userErrors)}`);
  return applyToJob.application.id;
}

export interface MoveAnswer {
  application: { id: string; status: string } | null;
  userErrors: { code: string; field: string | null; message: string }[];
}

/** Moves an application as employer. */
export async function move(
  employer: Person,
  applicationId: string,
  to: string,
  reason?: string,
): Promise<MoveAnswer> {
  const { moveApplication } = await employer.client.data<{ moveApplication: MoveAnswer }>(
    `mutation ($input: MoveApplicationInput!) {
      moveApplication(input: $input) { application { id status } userErrors { code field message } }
    }`,
    { input: { applicationId, to, ...(reason !== undefined && { reason }) } },
  );
  return moveApplication;
}

/** Keeps a note with an application as employer and answers its id. */
export async function addNote(employer: Person, applicationId: string, body = 'Bon profil'): Promise<string> {
  const { addApplicationNote } = await employer.client.data<{
    addApplicationNote: { note: { id: string } | null; userErrors: unknown[] };
  }>(
    `mutation ($input: AddApplicationNoteInput!) {
      addApplicationNote(input: $input) { note { id } userErrors { code field message } }
    }`,
    { input: { applicationId, body } },
  );
  if (!addApplicationNote.note)
    throw new Error(`addApplicationNote refused: ${JSON.stringify(addApplicationNote.userErrors)}`);
  return addApplicationNote.note.id;
}
