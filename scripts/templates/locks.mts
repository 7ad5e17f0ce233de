/** How strangers are kept out of an entry point: what its node asks for, and with which credential. */
export interface Lock {
	readonly authentication: string;
	/** n8n's type of the credential. */
	readonly type: string;
	/** As the templates name it, and as their pages tell everybody to name it. */
	readonly name: string;
	/** By which an import on the command line finds it, whatever it is called. */
	readonly id: string;
}

/** By the type of the node. A browser can sign in to a form, and a program can send a header. */
export const LOCKS = {
	'n8n-nodes-base.formTrigger': {
		authentication: 'basicAuth',
		type: 'httpBasicAuth',
		name: 'Pinterest forms',
		id: 'pinterestAdsForms',
	},
	'n8n-nodes-base.webhook': {
		authentication: 'headerAuth',
		type: 'httpHeaderAuth',
		name: 'Pinterest webhooks',
		id: 'pinterestAdsWebhooks',
	},
} as const satisfies Readonly<Record<string, Lock>>;

export const lockOf = (type: string): Lock | undefined =>
	(LOCKS as Readonly<Record<string, Lock>>)[type];
