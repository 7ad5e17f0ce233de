import { SCHEDULES, type DashboardWorkflow, type ScheduleId } from '../../../worker/src';

/** A workflow of the package that runs by itself, or waits to be called. */
export interface Shipped {
	/** With which it is shipped; imported in the editor it has another one, and is known by its name. */
	readonly id: string;
	readonly name: string;
	/** In UTC, as it is shipped. */
	readonly crons: readonly string[];
	/** What does not happen while it is not published. */
	readonly does: string;
}

const cronOf = (id: ScheduleId): readonly string[] =>
	SCHEDULES.filter((schedule) => schedule.id === id).map(({ cron }) => cron);

/** What the dashboard looks for. Set-up, and what only a person starts, is not published by anybody. */
export const SHIPPED: readonly Shipped[] = [
	{
		...{ id: 'pinAdsTokenCheck', name: 'Check the Pinterest token every morning' },
		crons: cronOf('tokenRefresh'),
		does: 'The token is neither checked nor renewed, and ends one day.',
	},
	{
		...{ id: 'pinAdsDailySync', name: 'Sync audiences to Pinterest every morning' },
		crons: cronOf('audienceSync'),
		does: 'New contacts reach Pinterest only by a button.',
	},
	{
		...{ id: 'pinAdsMetrics', name: 'Refresh Pinterest metrics every 6 hours' },
		crons: cronOf('campaignMetrics'),
		does: 'The figures of campaigns stay as they are.',
	},
	{
		...{ id: 'pinAdsReplay', name: 'Send failed conversions to Pinterest again' },
		crons: cronOf('conversions'),
		does: 'Conversions that could not be sent wait until they are too old.',
	},
	{
		...{ id: 'pinAdsWeekly', name: 'Mail the Pinterest report every week' },
		crons: ['0 7 * * 1'],
		does: 'No report is mailed.',
	},
	{
		...{ id: 'pinAdsAlerts', name: 'Tell when Pinterest spend or results go wrong' },
		crons: [],
		does: 'Nobody is told when spend or results go wrong.',
	},
	{
		...{ id: 'pinAdsConversions', name: 'Send conversions to Pinterest as they happen' },
		...{ crons: [], does: 'No conversion is taken in.' },
	},
	{
		...{ id: 'pinAdsErrors', name: 'Handle errors of Pinterest Ads workflows' },
		...{ crons: [], does: 'Nothing is tried again, and nobody is told of a failure.' },
	},
	{
		...{ id: 'pinAdsSyncAudience', name: 'Sync one audience to Pinterest' },
		...{ crons: [], does: 'No audience can be synced.' },
	},
	{
		...{ id: 'pinAdsBulkSync', name: 'Sync new and failed audiences to Pinterest' },
		...{ crons: [], does: 'Sync all does nothing.' },
	},
	{
		...{ id: 'pinAdsSyncNow', name: 'Sync an audience to Pinterest on request' },
		...{ crons: [], does: 'Your own system cannot ask for a sync.' },
	},
	{
		...{ id: 'pinAdsAddContacts', name: 'Add contacts to a Pinterest audience' },
		...{ crons: [], does: 'Nobody can add contacts with the form.' },
	},
	{
		...{ id: 'pinAdsLaunch', name: 'Launch a Pinterest campaign from a form' },
		...{ crons: [], does: 'Nobody can launch a campaign from the form.' },
	},
	{
		...{ id: 'pinAdsAssistant', name: 'Let an AI assistant work with Pinterest Ads' },
		crons: [],
		does: 'Assistants reach nothing.',
	},
];

/** What is looked at of a workflow, as n8n's API gives it. */
interface FoundWorkflow {
	readonly id?: unknown;
	readonly name?: unknown;
	readonly active?: unknown;
	readonly isArchived?: unknown;
	readonly nodes?: unknown;
}

/**
 * What is published, and when it runs.
 * @param found what n8n says that there is; undefined where nobody has asked it
 */
export function dashboardWorkflows(
	found: readonly FoundWorkflow[] | undefined,
): DashboardWorkflow[] {
	return SHIPPED.map(({ id, name, crons, does }) => {
		if (found === undefined) return { name, crons, does, state: 'unknown' };
		const named = found.filter((one) => one.name === name || one.id === id);
		const there = named.filter(({ isArchived }) => isArchived !== true);
		const own = there.find(({ active }) => active === true) ?? there[0];
		if (own === undefined) return { name, crons, does, state: 'not installed' };
		const state = own.active === true ? 'published' : 'not published';
		return { name, does, state, crons: cronsIn(own, crons) };
	});
}

/** Its own schedules, where somebody has chosen other ones. */
function cronsIn({ nodes }: FoundWorkflow, shipped: readonly string[]): readonly string[] {
	const all = Array.isArray(nodes)
		? (nodes as ReadonlyArray<Readonly<Record<string, unknown>>>)
		: [];
	const crons = all
		.filter(
			({ type, disabled }) => /\.pinterestAdsTrigger$/.test(String(type)) && disabled !== true,
		)
		.flatMap(({ parameters }) => cronsOf((parameters ?? {}) as Readonly<Record<string, unknown>>));
	return crons.length > 0 ? crons : shipped;
}

function cronsOf({ triggerOn, schedule, cronExpression }: Readonly<Record<string, unknown>>) {
	if (triggerOn !== undefined && triggerOn !== 'schedule') return [];
	const known = SCHEDULES.find(({ id }) => id === schedule);
	if (known) return [known.cron];
	return typeof cronExpression === 'string' ? [cronExpression] : [];
}
