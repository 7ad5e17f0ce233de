import type {
	CronExpression,
	IDataObject,
	ITriggerFunctions,
	ITriggerResponse,
} from 'n8n-workflow';
import {
	applies,
	PinterestAdsError,
	readWanted,
	sampleChanges,
	watchedChangesInput,
	type ChangesToWatch,
	type WatchedChanges,
} from '../../worker/src';
import { fingerprint } from '../../worker/src/port';
import { formValue } from '../PinterestAds/fieldReader';
import { hintedInN8nWords } from '../PinterestAds/errors/inN8nWords';
import { toNodeError, toPinterestError } from '../PinterestAds/nodeErrors';
import { createContext } from '../PinterestAds/transport/context';
import { readTokenState } from '../PinterestAds/transport/tokenState';
import { Watcher } from './watcher';

/** Looks at the ad account every few minutes, and starts the workflow once for each change. */
export function watchChanges(functions: ITriggerFunctions): ITriggerResponse {
	// Read once: expressions can be evaluated only while the workflow is being activated.
	const wanted = readFields(functions);
	const checkEvery = readCheckEvery(functions);
	if (functions.getMode() === 'manual') {
		return { manualTriggerFunction: async () => await emitSample(functions, wanted) };
	}
	const watcher = new Watcher(functions, wanted, checkEvery);
	functions.helpers.registerCron({ expression: onceAMinute(functions) }, () => void watcher.wake());
	// What changed while n8n was down is told as soon as it is up.
	void watcher.wake();
	return { closeFunction: async () => watcher.stop() };
}

function readFields(functions: ITriggerFunctions): WatchedChanges {
	const { fields } = watchedChangesInput;
	// A hidden field, for which n8n would throw, is ''.
	const valueOf = (name: string) => formValue(functions.getNodeParameter(name, ''));
	const names = Object.keys(fields).filter((name) => applies(fields, name, valueOf));
	const values = Object.fromEntries(names.map((name) => [name, valueOf(name)]));
	// What people wrote is whatever they wrote: the worker's parser is what finds out.
	return readWanted(values as unknown as ChangesToWatch);
}

function readCheckEvery(functions: ITriggerFunctions): number {
	const minutes = Number(functions.getNodeParameter('checkEvery'));
	if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) return minutes;
	throw new PinterestAdsError('invalid', 'Check Every: must be a whole number from 1 to 1440.', {
		field: 'Check Every',
	});
}

/** Not all workflows at the same second. */
function onceAMinute(functions: ITriggerFunctions): CronExpression {
	const digest = fingerprint(functions.getWorkflow().id ?? '', functions.getNode().id);
	return `${parseInt(digest.slice(0, 6), 16) % 60} * * * * *` as CronExpression;
}

async function emitSample(functions: ITriggerFunctions, wanted: WatchedChanges): Promise<void> {
	try {
		const context = await createContext(functions);
		const samples = await sampleChanges(
			context,
			wanted,
			async () => await readTokenState(functions),
		);
		functions.emit([
			samples.map((event) => ({ json: { ...hintedInN8nWords(event) } as IDataObject })),
		]);
	} catch (error) {
		throw toNodeError(functions.getNode(), toPinterestError(error));
	}
}
