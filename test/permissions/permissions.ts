/** The words of the permission table: who looks, and what can become of it. */

/** Every kind of viewer the table has a column for, and who that is. The author's company is "the company". */
export const VIEWERS = {
  anonymous: 'Nobody: a request without an access token.',
  candidate: 'The candidate it is about: has applied to the company.',
  'other candidate': 'A candidate it is not about.',
  author: 'The company admin of the company, who wrote its jobs and notes; has every permission.',
  colleague: 'A member of the company with canCreateJobs and canManageCandidates.',
  'limited colleague': 'A member of the company without any permission.',
  'other employer': 'The company admin of another company.',
  newcomer: 'An employer who belongs to no company.',
  administrator: 'An administrator.',
} as const;

export type Viewer = keyof typeof VIEWERS;
export const viewers = Object.keys(VIEWERS) as Viewer[];

/** GraphQL errors are capital letters alone; a user error, which is data, says so. */
export type Outcome =
  'allowed' | 'null' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | `user error ${string}`;

export type Cells = Record<Viewer, Outcome>;
type Exceptions = Partial<Cells>;

const MEMBERS = ['author', 'colleague', 'limited colleague'] as const;
const CANDIDATES: readonly Viewer[] = ['candidate', 'other candidate'];
const EMPLOYERS: readonly Viewer[] = [...MEMBERS, 'other employer', 'newcomer'];

const cells = (outcomeOf: (viewer: Viewer) => Outcome, exceptions: Exceptions): Cells => ({
  ...(Object.fromEntries(viewers.map((viewer) => [viewer, outcomeOf(viewer)])) as Cells),
  ...exceptions,
});

/** Signed in or not. */
export const everybody = (exceptions: Exceptions = {}): Cells => cells(() => 'allowed', exceptions);

/** Whoever is signed in. */
export const users = (exceptions: Exceptions = {}): Cells =>
  cells((viewer) => (viewer === 'anonymous' ? 'UNAUTHENTICATED' : 'allowed'), exceptions);

const oneRole =
  (role: readonly Viewer[]) =>
  (exceptions: Exceptions = {}): Cells =>
    users({
      ...Object.fromEntries(
        viewers
          .filter((viewer) => viewer !== 'anonymous' && !role.includes(viewer))
          .map((viewer) => [viewer, 'FORBIDDEN']),
      ),
      ...exceptions,
    });

/** Users with one role; all others are FORBIDDEN. */
export const candidates = oneRole(CANDIDATES);
export const employers = oneRole(EMPLOYERS);
export const administrators = oneRole(['administrator']);

/** Of those whom the cells allow, only some; what happens to the others. */
export const only = (allowed: readonly Viewer[], to: Cells, otherwise: Outcome): Cells =>
  cells((viewer) => (to[viewer] === 'allowed' && !allowed.includes(viewer) ? otherwise : to[viewer]), {});

export const EVERYBODY: readonly Viewer[] = viewers;
export const ALL_MEMBERS: readonly Viewer[] = MEMBERS;
/** Members who may create jobs and manage candidates. */
export const PERMITTED: readonly Viewer[] = ['author', 'colleague'];

/** Who sees the application of the candidate, and with it the candidate. */
export const APPLICATION_SEEN_BY: readonly Viewer[] = ['candidate', ...PERMITTED, 'administrator'];

export interface OperationRow {
  /** Name of the field of Query, Mutation or Subscription. */
  operation: string;
  /** What the cells are about, where the operation alone does not tell: "a draft". */
  of?: string;
  cells: Cells;
}

export interface QueryRow extends OperationRow {
  /** Its arguments; a text that names a thing of the permission world stands for the id of that. */
  args?: Record<string, unknown>;
}

/** Sent with the input of test/support/mutation-examples.ts. */
export interface MutationRow extends OperationRow {
  /** Fields of that input that make it good for one viewer only, and that it is good without. */
  leaveOut?: string[];
}

/** A row of an operation that no request and answer can show: a test of its own does. */
export interface SubscriptionRow extends OperationRow {
  test: string;
}

export interface TypeRow {
  type: string;
  /** In words, for the documentation: who gets objects of the type at all. */
  seen: string;
  /** For types that implement Node, things of the permission world, and who gets them by node(id); others get null. */
  objects?: Record<string, readonly Viewer[]>;
  /**
   * Fields with a rule of their own: which of those who get the object get the field. It is null or empty for the others.
   */
  fields?: Record<string, readonly Viewer[]>;
  /** Those who get the same figures, where each viewer gets figures of their own: only these can be compared. */
  sameFor?: readonly Viewer[];
}

export interface Domain {
  title: string;
  queries?: QueryRow[];
  mutations?: MutationRow[];
  subscriptions?: SubscriptionRow[];
  types?: TypeRow[];
}

export const inWords = ({ operation, of }: OperationRow): string =>
  of === undefined ? operation : `${operation} (${of})`;
