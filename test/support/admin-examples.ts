import { act } from './act.js';
import { applicant } from './accounts.js';
import { invitationToken } from './account-invitations.js';
import { colleagueOf, employerIdOf, signUpAdmin } from './members.js';
import type { Examples } from './mutation-examples.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from './people.js';
import { publishedJob } from './recruitment.js';
import type { TestServer } from './test-server.js';

/** An example of each mutation of administrators. What they act on is theirs alone in the world of the examples. */
export async function adminExamples(
  server: TestServer,
  { employer, foreign }: { employer: EmployerWithCompany; foreign: readonly string[] },
): Promise<Examples> {
  const { client } = await signUpAdmin(server);
  /** An administrator may touch every object of the right type. */
  const as = (input: Record<string, unknown>) => {
    const own = new Set(Object.values(input).map((value) => String(value).split('_')[0]));
    const foreignIds = foreign.filter((id) => !own.has(id.split('_')[0]));
    return async () => ({ client, input, foreignIds });
  };
  const userId = async () => (await signUp(server, 'CANDIDATE')).id;
  const newcomer = (role: string) => ({ email: applicant().email, firstName: 'Awa', lastName: 'Diop', role });
  const invited = async (): Promise<{ email: string; invitationId: string }> => {
    const input = newcomer('ADMIN');
    const { result } = await act<{ id: string }>(client, 'inviteUser', input);
    return { email: input.email, invitationId: `${result?.id}` };
  };
  const banned = await userId();
  await act(client, 'deactivateUser', { userId: banned });
  const unwanted = await signUpWithCompany(server, 'Iroko');
  const verified = await signUpWithCompany(server, 'Moabi');
  const { companyId } = verified;
  const memberId = await employerIdOf(server, await colleagueOf(server, verified));
  await act(client, 'verifyCompany', { companyId });
  const { email } = await invited();
  const token = await invitationToken(server, email);
  return {
    inviteUser: as(newcomer('EMPLOYER')),
    resendUserInvitation: as({ invitationId: (await invited()).invitationId }),
    cancelUserInvitation: as({ invitationId: (await invited()).invitationId }),
    acceptUserInvitation: async () => ({
      client: server.client(),
      input: { token, password: 'Another-Horse-8-Staple' },
    }),
    deactivateUser: as({ userId: await userId(), reason: 'Spam' }),
    activateUser: as({ userId: banned }),
    deleteUser: as({ userId: await userId() }),
    signOutUser: as({ userId: await userId() }),
    sendPasswordReset: as({ userId: await userId() }),
    verifyCompany: as({ companyId: employer.companyId }),
    unverifyCompany: as({ companyId }),
    appointCompanyAdmin: as({ employerId: memberId }),
    deleteCompany: as({ companyId: unwanted.companyId }),
    takeDownJob: as({ jobId: await publishedJob(employer), reason: 'Arnaque' }),
  };
}
