import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { GraphQLSchema } from 'graphql';
import type { Metrics } from '../platform/metrics.js';
import { checkVariables } from './check-variables.plugin.js';
import { documentRules, MAX_ERRORS, MAX_TOKENS } from './document-limits.js';
import { executingWith } from './executor.js';
import { FIRST_DOCUMENT } from './first-document.js';
import { formatError } from './format-error.js';
import { limitAnswerSize } from './limit-answer-size.plugin.js';
import { plainJsonStatus } from './plain-json-status.plugin.js';
import type { PublicAnswers } from './public-answers.js';
import { refuseSubscriptions } from './refuse-subscriptions.plugin.js';
import { rejectStaleToken } from './reject-stale-token.plugin.js';
import { reportOperations } from './report-operations.plugin.js';
import type { RequestContext } from './request-context.js';

interface ApolloSettings {
  schema: GraphQLSchema;
  metrics: Metrics;
  answers: PublicAnswers;
  /** Shows Apollo Sandbox to browsers. */
  hasSandbox: boolean;
}

/** Apollo Server without what it would do on its own: wrapping every field, catching signals, showing stacks. */
export function createApollo({
  schema,
  metrics,
  answers,
  hasSandbox,
}: ApolloSettings): ApolloServer<RequestContext> {
  const { gateway, plugin: executing } = executingWith(schema, answers.execute);
  return new ApolloServer<RequestContext>({
    gateway,
    stringifyResult: answers.stringify,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // No "Did you mean …" for those who guess at names.
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: documentRules,
    validationOptions: { maxErrors: MAX_ERRORS },
    persistedQueries: false,
    formatError,
    plugins: [
      // The default cache control plugin instruments every field and costs half the throughput.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      landingPage(hasSandbox),
      refuseSubscriptions,
      rejectStaleToken,
      checkVariables,
      limitAnswerSize,
      plainJsonStatus,
      reportOperations(metrics),
      executing,
    ],
  });
}

function landingPage(hasSandbox: boolean): ApolloServerPlugin {
  if (!hasSandbox) return ApolloServerPluginLandingPageDisabled();
  return ApolloServerPluginLandingPageLocalDefault({
    embed: { runTelemetry: false },
    footer: false,
    document: FIRST_DOCUMENT,
  });
}
