import { lockOf } from '../templates/locks.mts';
import { isDisabled, type Template, type TemplateNode } from './template.mts';

/** What else can be called from outside; of these no template has one, so nobody has thought about them. */
const OTHER_DOORS = /\.(chatTrigger|mcpTrigger|wait)$/;

/** Whatever a stranger can call is closed to strangers in the file itself. */
export function checkDoors({ nodes }: Template): string[] {
	return nodes.filter((node) => !isDisabled(node)).flatMap(checkDoor);
}

function checkDoor(node: TemplateNode): string[] {
	const { name, type, parameters, credentials } = node;
	const lock = lockOf(node);
	if (!lock) {
		const waitsForNobody =
			type.endsWith('.wait') && !['webhook', 'form'].includes(String(parameters.resume));
		return OTHER_DOORS.test(type) && !waitsForNobody
			? [`"${name}" can be called from outside, and no lock is known for its type`]
			: [];
	}
	const authentication = parameters[lock.field] ?? 'none';
	const named = credentials?.[lock.type];
	return [
		...(authentication === lock.authentication
			? []
			: [
					`"${name}" answers strangers: its ${lock.field} is ${String(authentication)}, not ${lock.authentication}`,
				]),
		...(named?.id === lock.id && named.name === lock.name
			? []
			: [`"${name}" does not name the credential “${lock.name}” (${lock.id})`]),
	];
}
