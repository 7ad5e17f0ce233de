import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether any of the nodes right behind this one, which send its message, is switched on. */
export function isAnyoneTold(functions: IExecuteFunctions): boolean {
	const { name } = functions.getNode();
	return functions
		.getChildNodes(name)
		.filter((child) =>
			functions.getParentNodes(child.name, { depth: 1 }).some((parent) => parent.name === name),
		)
		.some(({ disabled }) => !disabled);
}
