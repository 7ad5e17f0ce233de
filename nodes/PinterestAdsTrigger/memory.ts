import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';
import type { LastSeen } from '../../worker/src';
import { n8nClock } from '../PinterestAds/transport/clock';
import { keyOf } from './executionKeys';

export interface Remembered {
	/** Undefined before the first look. */
	readonly seen?: LastSeen;
	/** Part of the keys of the next changes: another one after each time that changes were told. */
	readonly round: string;
	/** What has been reported and is not over; `token` tells one token from another. */
	readonly problem?: { readonly what: string; readonly token: string };
}

/** What is kept over restarts, in the node's static data. */
export class Memory {
	private readonly functions: ITriggerFunctions;
	private readonly data: IDataObject;
	private remembered: Remembered;

	constructor(functions: ITriggerFunctions) {
		this.functions = functions;
		this.data = functions.getWorkflowStaticData('node');
		this.remembered = read(this.data.changes) ?? this.firstRound();
	}

	get now(): Remembered {
		return this.remembered;
	}

	/** Stored with the first change that is told, so that its key is the same again if n8n is killed then. */
	private firstRound(): Remembered {
		const first = { round: String(n8nClock.now()) };
		this.data.changes = JSON.stringify(first);
		return first;
	}

	/**
	 * n8n stores static data only when something is emitted. So nothing is: an execution without items. Its key is
	 * always the same, so that n8n makes one, and afterwards stores the data and refuses the execution.
	 */
	keep(remembered: Remembered): void {
		this.remembered = remembered;
		// As a text: n8n would wrap each of thousands of entries to notice changes.
		const text = JSON.stringify(remembered);
		if (this.data.changes === text) return;
		this.data.changes = text;
		this.functions.emit([[]], undefined, undefined, keyOf(this.functions, 'remembered'));
	}
}

function read(text: unknown): Remembered | undefined {
	if (typeof text !== 'string') return undefined;
	try {
		return JSON.parse(text) as Remembered;
	} catch {
		return undefined;
	}
}
