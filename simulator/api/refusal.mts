/**
 * A request, or one element of a batch, that is refused. `violation` says whether the client could
 * have known from the request alone: then it is a defect of the client, otherwise (a token, a role,
 * an id, the state of another entity) it is an ordinary answer.
 */
export class Refusal extends Error {
	readonly status: number;
	readonly code: number;
	readonly violation: boolean;
	/** Pinterest's `DetailedError` carries more than a message. */
	readonly details: unknown;

	constructor(
		status: number,
		code: number,
		message: string,
		options: { violation?: boolean; details?: unknown } = {},
	) {
		super(message);
		this.status = status;
		this.code = code;
		this.violation = options.violation ?? false;
		this.details = options.details;
	}
}

/** The client could have known: the request itself breaks a rule of Pinterest. */
export const breach = (message: string, code = 1, status = 400) =>
	new Refusal(status, code, message, { violation: true });

/** Depends on what Pinterest holds: the client may find out by asking. */
export const refused = (message: string, code = 1, status = 400) =>
	new Refusal(status, code, message);

export const notFound = (what: string, code = 50) => new Refusal(404, code, `${what} not found.`);

export const notPermitted = () =>
	new Refusal(403, 29, 'You are not permitted to access that resource.');

export const unauthenticated = () => new Refusal(401, 2, 'Authentication failed.');

export const missingScope = () =>
	new Refusal(
		401,
		3,
		'Your token does not have sufficient permissions to perform this operation. Please ensure your token is authorized with the correct set of scopes.',
	);

/** Pinterest's error envelope. */
export function envelope(refusal: Refusal): Record<string, unknown> {
	const { code, message, details } = refusal;
	return details === undefined ? { code, message } : { code, message, details };
}
