import { act, type Act } from '../support/act.js';
import { colleagueOf } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { createJob } from '../support/recruitment.js';
import type { TestServer } from '../support/test-server.js';
import { Timeline } from '../support/timeline.js';
import { addTime, DAY } from '../../src/platform/clock.js';

export interface Story {
  author: EmployerWithCompany;
  colleague: EmployerWithCompany;
  jobs: Record<'J1' | 'J2' | 'J3' | 'J4' | 'J5' | 'K1', string>;
  applications: { lastReceived: string; lastToInterview: string };
}

/**
 * A company over 65 days, so that "30 days ago" is day 35. The jobs J are the author's, K1 is the colleague's; c1 to c8
 * are candidates.
 */
export async function playSixtyFiveDays(server: TestServer): Promise<Story> {
  const author = await signUpWithCompany(server);
  const colleague = await colleagueOf(server, author);
  const candidates = await Promise.all(Array.from({ length: 8 }, () => signUp(server, 'CANDIDATE')));
  const time = new Timeline(server);

  const by = async (person: Person, name: Act, input: Record<string, unknown>): Promise<string> => {
    const { client } = await time.today(person);
    const outcome = await act(client, name, input);
    if (!outcome.result) throw new Error(`${name} refused: ${JSON.stringify(outcome)}`);
    return outcome.result.id;
  };
  const c = (number: number): Person => {
    const candidate = candidates[number - 1];
    if (!candidate) throw new Error(`there is no candidate ${number}`);
    return candidate;
  };
  const draft = async (employer: EmployerWithCompany, fields = {}): Promise<string> =>
    createJob(await time.today(employer), fields);
  const publish = (jobId: string, employer: Person = author) => by(employer, 'publishJob', { jobId });
  const close = (jobId: string, employer: Person = author) => by(employer, 'closeJob', { jobId });
  const applies = (number: number, jobId: string) => by(c(number), 'applyToJob', { jobId });
  const move = (applicationId: string, to: string) => by(author, 'moveApplication', { applicationId, to });

  const [J1, J2, J3, J4, K1] = [
    await draft(author),
    await draft(author),
    await draft(author),
    await draft(author),
    await draft(colleague),
  ];
  for (const job of [J1, J2, J3, K1]) await publish(job);

  time.goTo(5);
  const [c1, c2, c3, c4, c5] = [
    await applies(1, J1),
    await applies(2, J1),
    await applies(3, J1),
    await applies(4, J1),
    await applies(5, J2),
  ];
  const [k1, k2] = [await applies(1, K1), await applies(2, K1)];
  time.goTo(6);
  await move(k2, 'INTERVIEW');
  time.goTo(10);
  await close(J2);
  await move(c1, 'INTERVIEW');
  await move(c2, 'VIEWED');
  time.goTo(12);
  await move(c3, 'INTERVIEW');
  time.goTo(20);
  await move(c1, 'ACCEPTED');

  time.goTo(40);
  await publish(J2);
  await close(J3);
  await publish(J4);
  await close(K1, colleague);
  const J5 = await draft(author, { expiresAt: addTime(server.clock.now(), 20 * DAY).toISOString() });
  await publish(J5);
  await move(c3, 'APPLIED');
  await by(c(4), 'withdrawApplication', { applicationId: c4 });
  await move(c5, 'INTERVIEW');
  time.goTo(42);
  await move(k1, 'SHORTLISTED');
  await move(k2, 'REJECTED');
  time.goTo(45);
  const [c6, c7] = [await applies(6, J4), await applies(7, J4)];
  await applies(8, J5);
  const again = await applies(4, J1);
  time.goTo(50);
  await move(c6, 'INTERVIEW');
  await publish(J3);
  await move(c7, 'REJECTED');
  time.goTo(52);
  await close(J3);

  // J5 expired on day 60, and nobody has closed it yet.
  time.goTo(65);
  return {
    author: await time.today(author),
    colleague: await time.today(colleague),
    jobs: { J1, J2, J3, J4, J5, K1 },
    applications: { lastReceived: again, lastToInterview: c6 },
  };
}
