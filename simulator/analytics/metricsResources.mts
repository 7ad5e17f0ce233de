import { ok, type Handler } from '../api/call.mts';
import { metricNames } from './columns.mts';
import { DAY_MS } from '../world/tokens.mts';

const words = (name: string) => {
	const text = name.replaceAll('_', ' ').toLowerCase();
	return text.charAt(0).toUpperCase() + text.slice(1);
};

export const listDeliveryMetrics: Handler = ({ query }) =>
	ok({
		items: metricNames(query.report_type).map((name) => ({
			name,
			category: 'ADS',
			display_name: words(name),
			definition: `${words(name)} of the entity in the time asked for.`,
		})),
	});

/** The numbers of a day are ready half a day after it ends, conversions a day after. */
export const getMetricsReadyState: Handler = ({ sim, query }) => {
	const end = Date.parse(`${String(query.date)}T00:00:00Z`) + DAY_MS;
	const now = sim.clock.now();
	return ok({
		non_conversion_metrics_ready: now >= end + DAY_MS / 2,
		conversion_metrics_ready: now >= end + DAY_MS,
	});
};
