import { at } from './at.js';
import { fillIn } from './fill-in.js';
import { jobFacts, type JobFacts } from './job.js';
import { jobOwner } from './job-owner.js';
import { Kind } from './kinds.js';
import type { Plan } from './plan.js';
import { Random } from './random.js';
import { idOf } from './row-ids.js';
import { timestamp, timestampOrNull } from './time.js';
import { APPLICATION_PHRASES } from './words/application-phrases.js';

const SOURCES = [
  { source: 'DIRECT', weight: 50 },
  { source: 'LINKEDIN', weight: 15 },
  { source: 'WHATSAPP', weight: 15 },
  { source: 'FACEBOOK', weight: 8 },
  { source: 'EMAIL', weight: 7 },
  { source: 'OTHER', weight: 5 },
] as const;

/** Rows of the table applications, in order of time. */
export function* generateApplications(plan: Plan) {
  const { applications, jobs, people } = plan;
  for (let index = 0; index < applications.count; index += 1) {
    const random = Random.of(Kind.APPLICATION, -1 - index);
    const job = at(applications.job, index);
    const candidate = at(applications.candidate, index);
    const appliedAt = at(applications.appliedAt, index);
    const owner = jobOwner(plan, job);
    yield {
      id: idOf.application(index, appliedAt),
      created_at: timestamp(appliedAt),
      job_id: idOf.job(job, at(jobs.createdAt, job)),
      candidate_id: idOf.candidate(candidate, people.candidateSince(candidate)),
      company_id: owner.companyId,
      employer_id: owner.employerId,
      ...content(jobFacts(job, owner.company), random),
      ...standing(plan, index, random),
    };
  }
}

function content(facts: JobFacts, random: Random) {
  const { source } = random.weighted(SOURCES);
  return {
    source,
    source_detail: source === 'OTHER' ? random.pick(APPLICATION_PHRASES[facts.language].otherSources) : null,
    cover_letter: random.chance(65) ? coverLetter(facts, random) : null,
  };
}

function coverLetter({ language, title, company }: JobFacts, random: Random): string {
  const { greetings, reasons, strengths, farewells } = APPLICATION_PHRASES[language];
  const body = [random.pick(reasons), ...random.sample(strengths, random.int(1, 3))].join(' ');
  const letter = [random.pick(greetings), body, random.pick(farewells)].join('\n\n');
  return fillIn(letter, { TITLE: title, COMPANY: company.name });
}

function standing({ applications }: Plan, index: number, random: Random) {
  const history = applications.historyOf(index);
  const last = at(history, history.length - 1);
  const interview = history.find(({ status }) => status === 'INTERVIEW');
  return {
    status: last.status,
    rating: history.length > 1 && random.chance(35) ? random.int(1, 5) : null,
    interviewed_at: timestampOrNull(interview?.at ?? 0),
    updated_at: timestamp(last.at),
  };
}
