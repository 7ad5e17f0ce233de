import { isDisabled, textsIn, type Template, type TemplateNode } from './template.mts';

/** Two triggers of one address keep one another from being published, a form and a webhook too. */
export function checkAddresses({ nodes }: Template, all: readonly Template[]): string[] {
	const every = all.flatMap((template) => template.nodes.flatMap(addressOf));
	return [...new Set(nodes.flatMap(addressOf))]
		.flatMap((address) =>
			every.filter((other) => other === address).length > 1
				? [`the address ${address} is not its own`]
				: [],
		)
		.concat(nodes.flatMap(checkLasting));
}

function addressOf(node: TemplateNode): string[] {
	const { path, options } = node.parameters as { path?: string; options?: { path?: string } };
	const address = path ?? options?.path;
	return node.webhookId !== undefined && address && !isDisabled(node) ? [address] : [];
}

/** The editor gives each node a new webhookId, and its address with it if that is the same. */
function checkLasting({ name, webhookId, parameters }: TemplateNode): string[] {
	return webhookId !== undefined && textsIn(parameters).includes(webhookId)
		? [`"${name}" has its webhookId as its path, which an import in the editor changes`]
		: [];
}
