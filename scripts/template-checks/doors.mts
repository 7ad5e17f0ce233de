import { isDisabled, type Template, type TemplateNode } from './template.mts';

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

/** What else can be called from outside; of these no template has one, so nobody has thought about them. */
const OTHER_DOORS = /\.(chatTrigger|mcpTrigger|wait)$/;

/** Whatever a stranger can call is closed to strangers in the file itself. */
export function checkDoors({ nodes }: Template): string[] {
	return nodes.filter((node) => !isDisabled(node)).flatMap(checkDoor);
}

function checkDoor({ name, type, parameters, credentials }: TemplateNode): string[] {
	const lock = lockOf(type);
	if (!lock) {
		const waitsForNobody =
			type.endsWith('.wait') && !['webhook', 'form'].includes(String(parameters.resume));
		return OTHER_DOORS.test(type) && !waitsForNobody
			? [`"${name}" can be called from outside, and no lock is known for its type`]
			: [];
	}
	const { authentication = 'none' } = parameters;
	const named = credentials?.[lock.type];
	return [
		...(authentication === lock.authentication
			? []
			: [
					`"${name}" answers strangers: its authentication is ${String(authentication)}, not ${lock.authentication}`,
				]),
		...(named?.id === lock.id && named.name === lock.name
			? []
			: [`"${name}" does not name the credential “${lock.name}” (${lock.id})`]),
	];
}
