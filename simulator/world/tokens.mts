import { randomBytes } from 'node:crypto';
import type { MovableClock } from './clock.mts';

export type TokenKind = 'access' | 'refresh' | 'client' | 'conversion';

export interface Token {
	readonly value: string;
	/** What the ledger shows in place of the value. */
	readonly label: string;
	readonly kind: TokenKind;
	readonly userId: string;
	readonly scopes: readonly string[];
	/** Milliseconds; a conversion token has none. */
	expiresAt: number | undefined;
	revoked: boolean;
}

export interface MintOptions {
	kind?: TokenKind;
	userId?: string;
	scopes?: readonly string[];
	/** Life in seconds; may be negative for one that has expired already. */
	expiresIn?: number;
	label?: string;
	/** The token itself, where a test needs to know it beforehand. */
	value?: string;
}

export const DAY_MS = 86_400_000;
const LIFE_MS: Record<TokenKind, number | undefined> = {
	access: 30 * DAY_MS,
	client: 30 * DAY_MS,
	refresh: 60 * DAY_MS,
	conversion: undefined,
};
const PREFIX: Record<TokenKind, string> = {
	access: 'pina',
	client: 'pinc',
	refresh: 'pinr',
	conversion: 'pina',
};

export const ALL_SCOPES = [
	'ads:read',
	'ads:write',
	'boards:read',
	'catalogs:read',
	'pins:read',
	'user_accounts:read',
] as const;

interface Code {
	redirectUri: string;
	scopes: string[];
	userId: string;
	expiresAt: number;
}

/** Tokens and authorization codes that the simulator has given out. */
export class Tokens {
	private readonly clock: MovableClock;
	private tokens = new Map<string, Token>();
	private codes = new Map<string, Code>();
	private count = 0;

	constructor(clock: MovableClock) {
		this.clock = clock;
	}

	mint(options: MintOptions = {}): Token {
		const kind = options.kind ?? 'access';
		const life = options.expiresIn === undefined ? LIFE_MS[kind] : options.expiresIn * 1000;
		this.count += 1;
		const token: Token = {
			value:
				options.value ??
				`${PREFIX[kind]}_simulator_${this.count}_${randomBytes(12).toString('hex')}`,
			label: options.label ?? `${kind}#${this.count}`,
			kind,
			userId: options.userId ?? 'none',
			scopes: options.scopes ?? ALL_SCOPES,
			expiresAt: life === undefined ? undefined : this.clock.now() + life,
			revoked: false,
		};
		this.tokens.set(token.value, token);
		return token;
	}

	/** The token of that value, whatever its state. */
	find(value: string): Token | undefined {
		return this.tokens.get(value);
	}

	isValid(token: Token): boolean {
		return !token.revoked && (token.expiresAt === undefined || token.expiresAt > this.clock.now());
	}

	/** Expires the tokens that match a value or a label; tells how many. */
	end(which: string, how: 'expire' | 'revoke'): number {
		const found = [...this.tokens.values()].filter(
			(token) => token.value === which || token.label === which,
		);
		for (const token of found) {
			if (how === 'revoke') token.revoked = true;
			else token.expiresAt = this.clock.now() - 1;
		}
		return found.length;
	}

	newCode(code: Omit<Code, 'expiresAt'>): string {
		const value = randomBytes(20).toString('hex');
		this.codes.set(value, { ...code, expiresAt: this.clock.now() + 10 * 60_000 });
		return value;
	}

	/** A code works once, whether or not the rest of the exchange succeeds. */
	takeCode(value: string): Code | undefined {
		const code = this.codes.get(value);
		this.codes.delete(value);
		return code && code.expiresAt > this.clock.now() ? code : undefined;
	}

	all(): Token[] {
		return [...this.tokens.values()];
	}

	reset(): void {
		this.tokens.clear();
		this.codes.clear();
		this.count = 0;
	}

	snapshot(): { tokens: Token[]; count: number } {
		return { tokens: this.all(), count: this.count };
	}

	restore({ tokens, count }: { tokens: Token[]; count: number }): void {
		this.tokens = new Map(tokens.map((token) => [token.value, token]));
		this.count = count;
	}
}
