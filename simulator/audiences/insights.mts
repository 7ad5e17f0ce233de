import { ok, type Handler } from '../api/call.mts';

const SIZES: Readonly<Record<string, number>> = {
	YOUR_TOTAL_AUDIENCE: 120_000,
	YOUR_ENGAGED_AUDIENCE: 9_000,
	PINTEREST_TOTAL_AUDIENCE: 500_000_000,
};

const share = (key: string, name: string, ratio: number) => ({ key, name, ratio });

/** The figures are of the day before. */
const yesterday = (now: number) => new Date(now - 86_400_000).toISOString().slice(0, 10);

export const getAudienceInsights: Handler = ({ query, sim }) => {
	const type = String(query.audience_insight_type);
	const index = type === 'PINTEREST_TOTAL_AUDIENCE' ? 1 : 1.4;
	return ok({
		type,
		size: SIZES[type],
		size_is_upper_bound: type === 'YOUR_ENGAGED_AUDIENCE',
		date: yesterday(sim.clock.now()),
		demographics: {
			ages: [share('18-24', '18-24', 0.3), share('25-34', '25-34', 0.7)],
			genders: [share('female', 'Female', 0.8), share('male', 'Male', 0.2)],
			devices: [share('iphone', 'iPhone', 1)],
			countries: [share('us', 'United States', 0.9)],
			metros: [share('501', 'New York', 0.1)],
		},
		categories: [
			{
				...{ id: '935249274030', index, ...share('935249274030', 'home decor', 0.55) },
				subcategories: [
					{ id: '923628399226', index, ...share('923628399226', 'living room', 0.4) },
				],
			},
		],
	});
};

export const listInsightAudiences: Handler = ({ sim }) => {
	const date = yesterday(sim.clock.now());
	return ok({
		items: [
			{ scope: 'PARTNER', type: 'IMPRESSION_PLUS_ENGAGEMENT', date },
			{ scope: 'PARTNER', type: 'ENGAGEMENT', date },
			{ scope: 'PINTEREST', type: 'IMPRESSION_PLUS_ENGAGEMENT', date },
		],
	});
};
