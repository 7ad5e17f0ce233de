import { errorFromAnswer } from '../../client/answerErrors';
import { clientOf } from '../../client/client';
import { PinterestAdsError, type ErrorKind } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { attempt, failed, succeeded, type Outcome } from '../../outcome';
import type { HttpResponse } from '../../ports';
import { anonymous, messageOf, readAnswers, type EventAnswer } from './answers';
import { Gathering, type BatchLimits, type Parcel } from './batches';

/** What became of one event: Pinterest's warning, if any, where it was processed. */
export type Delivery = Outcome<{ readonly warning?: string }>;

export interface DeliveryOptions {
	readonly test: boolean;
	readonly limits: BatchLimits;
	readonly onDelivery: (parcel: Parcel, delivery: Delivery) => void;
}

/** Requests that may be spent on finding the events for which Pinterest refuses a whole request. */
const ISOLATION_REQUESTS = 250;
/** So many sent alone and none accepted: it is not the events, it is the request. */
const ALL_BAD_AFTER = 8;

/** After these, no other request for this ad account can end better. */
const HOPELESS: ReadonlySet<ErrorKind> = new Set<ErrorKind>([
	'token-expired',
	'token-scope',
	'forbidden',
	'not-found',
	'rate-limited',
	'cancelled',
]);

/** Statuses that say something about the events rather than about the request's way. */
const carriesVerdict = (status: number) => status === 400 || status === 413 || status === 422;

/** What events have to have in common to be sent, and sent again, in the same way. */
export interface Route {
	readonly adAccountId: string;
	/** Pinterest never recognises an offline event as one it has: a repeat would count twice. */
	readonly offline: boolean;
}

/**
 * Sends a lane's events, request after request in the order in which they come, and tells of each
 * event what became of it. An event is let go of as soon as that is known.
 */
export class Lane {
	private readonly gathering: Gathering;
	private hopeless?: PinterestAdsError;
	private isolationRequests = ISOLATION_REQUESTS;
	private accepted = 0;
	private inVainAlone = 0;

	private readonly context: WorkerContext;
	private readonly route: Route;
	private readonly options: DeliveryOptions;

	constructor(context: WorkerContext, route: Route, options: DeliveryOptions) {
		this.context = context;
		this.route = route;
		this.options = options;
		this.gathering = new Gathering(options.limits);
	}

	/** @returns a request that has to end before the next is added; mostly there is none */
	add(parcel: Parcel): Promise<void> | undefined {
		const full = this.gathering.add(parcel);
		return full && this.send(full);
	}

	/** Sends what is left. */
	async finish(): Promise<void> {
		const rest = this.gathering.take();
		if (rest.length > 0) await this.send(rest);
	}

	private async send(batch: readonly Parcel[]): Promise<void> {
		if (this.hopeless) {
			this.failAll(batch, this.hopeless);
			return;
		}
		const answer = await this.post(batch);
		if (!answer.ok) {
			const error = anonymous(answer.error, eventsOf(batch));
			if (HOPELESS.has(error.kind)) this.hopeless = error;
			this.failAll(batch, error);
			return;
		}
		const { status } = answer.record;
		if (status === 422 || status < 400) {
			const answers = readAnswers(answer.record, eventsOf(batch));
			if (typeof answers === 'object') {
				batch.forEach((parcel, index) => this.settle(parcel, answers[index]));
				return;
			}
			if (status < 400 && answers === undefined) {
				this.leaveUnknown(batch);
				return;
			}
		}
		await this.isolate(batch, answer.record);
	}

	private async post(batch: readonly Parcel[]): Promise<Outcome<HttpResponse>> {
		const { adAccountId, offline } = this.route;
		const work = clientOf(this.context).callAccepting(
			{
				method: 'POST',
				path: `/ad_accounts/${adAccountId}/events`,
				query: this.options.test ? { test: true } : undefined,
				body: { data: batch.map(({ event }) => event) },
				category: 'ads_conversions',
				// The event ids make a repeat harmless, which Pinterest excepts offline events from.
				repeat: offline ? 'unsafe' : 'safe',
				doing: batch.length === 1 ? 'send the conversion' : 'send the conversions',
			},
			carriesVerdict,
		);
		return await attempt(work);
	}

	/**
	 * Pinterest refused the request as a whole, or did not say which of its events it means: halves it
	 * until those alone are left.
	 */
	private async isolate(batch: readonly Parcel[], refusal: HttpResponse): Promise<void> {
		const accepted = refusal.status < 400;
		if (batch.length === 1) {
			this.inVainAlone++;
			if (accepted) {
				this.leaveUnknown(batch);
				return;
			}
			this.settle(batch[0], {
				status: 'failed',
				error: messageOf((refusal.body as { message?: unknown } | null)?.message, batch[0].event),
			});
			return;
		}
		// Some of them have been processed, and offline events cannot be sent a second time.
		if (this.route.offline && (accepted || refusal.status === 422)) {
			this.leaveUnknown(batch);
			return;
		}
		const allBad = this.accepted === 0 && this.inVainAlone >= ALL_BAD_AFTER;
		if (allBad || this.isolationRequests < 2) {
			if (accepted) {
				this.leaveUnknown(batch);
				return;
			}
			const said = anonymous(errorFromAnswer(refusal, 'send the conversion'), eventsOf(batch));
			this.failAll(batch, allBad ? said : notSingledOut(batch.length, said));
			return;
		}
		this.isolationRequests -= 2;
		const middle = Math.ceil(batch.length / 2);
		await this.send(batch.slice(0, middle));
		await this.send(batch.slice(middle));
	}

	private settle(parcel: Parcel, answer: EventAnswer): void {
		if (answer.status === 'processed') {
			this.accepted++;
			this.options.onDelivery(parcel, succeeded({ warning: answer.warning }));
			return;
		}
		const error =
			answer.status === 'failed'
				? new PinterestAdsError(
						'invalid',
						`Pinterest did not process the conversion: ${answer.error ?? 'no reason given'}`,
						{ hint: FAILED_HINT },
					)
				: new PinterestAdsError(
						'outcome-unknown',
						'Pinterest answered without saying what became of the conversion.',
						{ hint: this.route.offline ? undefined : UNKNOWN_HINT },
					);
		this.options.onDelivery(parcel, failed(error));
	}

	private leaveUnknown(batch: readonly Parcel[]): void {
		for (const parcel of batch) this.settle(parcel, { status: 'unknown' });
	}

	private failAll(batch: readonly Parcel[], error: PinterestAdsError): void {
		for (const parcel of batch) this.options.onDelivery(parcel, failed(error));
	}
}

const eventsOf = (batch: readonly Parcel[]) => batch.map(({ event }) => event);

const notSingledOut = (events: number, said: PinterestAdsError) =>
	new PinterestAdsError(
		'invalid',
		`Pinterest refused ${events} conversions together, and there were too many bad ones to find each. ${said.message}`,
		{
			code: said.code,
			status: said.status,
			hint: 'Correct the ones that Pinterest refused singly, then send these again with the same Event IDs.',
		},
	);

const FAILED_HINT =
	'Correct what Pinterest names and send the conversion again with the same Event ID. The other conversions of the run were sent.';
const UNKNOWN_HINT =
	'Send it again with the same Event ID: Pinterest counts an event that it already has only once.';
