/** A call that has come in over HTTP, as it was sent. */
export interface Call {
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string | undefined>>;
	/** Signatures are made over these bytes, so nothing may have been changed in them. */
	readonly rawBody: Uint8Array;
}

/** What a caller is answered. */
export interface CallAnswer {
	readonly status: number;
	readonly body: object;
	readonly headers?: Readonly<Record<string, string>>;
}

/** What everybody may know who asks by GET whether conversions are taken here. */
export const HEALTH: CallAnswer = {
	status: 200,
	body: { status: 'ok', message: 'Conversions are taken here by POST.' },
};

/** The largest body that is read, in bytes: a list of 1,000 ordinary events has about one megabyte. */
export const LARGEST_BODY = 5 * 1024 * 1024;

export const TOO_LARGE: CallAnswer = {
	status: 413,
	body: {
		status: 'refused',
		error: `The body is too large: at most ${LARGEST_BODY / 1024 / 1024} MB are read. Send fewer events in one call.`,
	},
};

/** For nobody: whoever called has hung up. */
export const CUT_OFF: CallAnswer = {
	status: 400,
	body: { status: 'refused', error: 'The call has ended before its body did.' },
};
