import { compareMetrics } from './compareMetrics.operation';

export const metricsOperations = [compareMetrics];
