import type {
	CronExpression,
	IDataObject,
	ITriggerFunctions,
	ITriggerResponse,
} from 'n8n-workflow';
import { type Cron, nextTime, readCron, SCHEDULES } from '../../worker/src';
import { n8nClock } from '../PinterestAds/transport/clock';
import { keyOf } from './executionKeys';
import { CUSTOM } from './schedule.fields';

interface Chosen {
	readonly id: string;
	readonly name: string;
	readonly cron: Cron;
}

/**
 * Starts the workflow at the times of a schedule, in UTC. n8n reads a cron expression in the workflow's time
 * zone, where an hour may be missing or come twice. So n8n only wakes this up once a minute, which is the same
 * in every time zone, and what is due is decided here.
 */
export function runSchedule(functions: ITriggerFunctions): ITriggerResponse {
	const chosen = chosenSchedule(functions);
	if (functions.getMode() === 'manual') {
		return {
			manualTriggerFunction: async () =>
				functions.emit([[{ json: itemOf(chosen, n8nClock.now()) }]]),
		};
	}
	const wake = wakeAt(chosen.cron, n8nClock.now(), (time) => {
		const key = keyOf(functions, new Date(time).toISOString());
		functions.emit([[{ json: itemOf(chosen, time) }]], undefined, undefined, key);
	});
	functions.helpers.registerCron({ expression: everyMinuteOf(chosen.cron) }, wake);
	return {};
}

function chosenSchedule(functions: ITriggerFunctions): Chosen {
	const id = functions.getNodeParameter('schedule') as string;
	const preset = SCHEDULES.find((schedule) => schedule.id === id);
	if (preset) return { id, name: preset.name, cron: readCron(preset.cron) };
	const cron = readCron(functions.getNodeParameter('cronExpression', '') as string);
	return { id: CUSTOM, name: 'Custom', cron };
}

/** Every offset from UTC is of whole minutes, so the second is the only part that all time zones share. */
const everyMinuteOf = ({ seconds }: Cron) => `${seconds.join(',')} * * * * *` as CronExpression;

/**
 * Whatever came due since the last time that it was woken up is one firing: a machine that has slept through
 * several catches up with the latest. Times before `from` are left out.
 * @returns to be called at least once a minute; more often does no harm
 */
function wakeAt(cron: Cron, from: number, fire: (time: number) => void): () => void {
	let woken = from;
	let next = nextTime(cron, from);
	return () => {
		const now = n8nClock.now();
		// The clock was set back.
		if (now < woken) next = nextTime(cron, now);
		woken = now;
		let due: number | undefined;
		while (next !== undefined && next <= now) {
			due = next;
			next = nextTime(cron, due);
		}
		if (due !== undefined) fire(due);
	};
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function itemOf({ id, name }: Chosen, time: number): IDataObject {
	const scheduled = new Date(time);
	const text = scheduled.toISOString();
	return {
		schedule: id,
		name,
		scheduled_at: text,
		date: text.slice(0, 10),
		time: text.slice(11, 16),
		weekday: WEEKDAYS[scheduled.getUTCDay()],
	};
}
