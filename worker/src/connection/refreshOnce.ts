import { isTransportFault, type TransportFault } from '../ports';
import { fingerprint } from './token';
import {
	parseTokenAnswer,
	refreshRequest,
	renewalFault,
	type FormRequest,
	type RefreshGrant,
	type Tokens,
} from './tokenEndpoint';

/** Sends a request to the token endpoint; rejects where no answer came. */
export type Post = (request: FormRequest) => Promise<{ status: number; body: unknown }>;

interface Kept {
	readonly result: Promise<Tokens | TransportFault>;
	readonly since: number;
}

const KEEP_MS = 10 * 60_000;
const MAX_KEPT = 100;

/**
 * Renews a token once, however many requests find out at the same time that it has ended: a refresh
 * token may be good for one use only. The result is kept for a while, for requests that had left with
 * the old tokens before the new ones were stored.
 */
export class RefreshOnce {
	private readonly kept = new Map<string, Kept>();

	private readonly now: () => number;

	constructor(now: () => number) {
		this.now = now;
	}

	/**
	 * @param spent the access token to be replaced
	 * @returns the new tokens, or the fault that says whether asking again may help
	 */
	refresh(grant: RefreshGrant, spent: string, post: Post): Promise<Tokens | TransportFault> {
		const { baseUrl, clientId, clientSecret, refreshToken } = grant;
		const key = fingerprint(baseUrl, clientId, clientSecret, refreshToken, spent);
		this.forgetOld();
		const known = this.kept.get(key);
		if (known !== undefined) return known.result;
		const kept = { result: this.ask(grant, post), since: this.now() };
		this.kept.set(key, kept);
		void kept.result.then((outcome) => {
			// A refusal stands; anything else may be over at the next try.
			const passing = isTransportFault(outcome) && outcome.fault !== 'refresh-refused';
			if (passing && this.kept.get(key) === kept) this.kept.delete(key);
		});
		return kept.result;
	}

	/** Never rejects. */
	private async ask(grant: RefreshGrant, post: Post): Promise<Tokens | TransportFault> {
		try {
			const { status, body } = await post(refreshRequest(grant));
			return parseTokenAnswer(status, body, this.now());
		} catch {
			return renewalFault();
		}
	}

	private forgetOld(): void {
		for (const [key, { since }] of this.kept) {
			if (this.now() - since <= KEEP_MS && this.kept.size < MAX_KEPT) break;
			this.kept.delete(key);
		}
	}
}
