import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBuiltPackage } from './built-package.mts';

/** @returns a sentence for each icon of the built package that is not where its node or credential says */
export function checkIcons(root: string): string[] {
	const { nodes, credentials } = readBuiltPackage(root);
	const owners = [
		...nodes.map(({ folder, description }) => ({
			folder,
			name: description.name,
			icon: description.icon,
		})),
		...credentials.map(({ folder, type }) => ({ folder, name: type.name, icon: type.icon })),
	];
	return owners.flatMap(({ folder, name, icon }) => {
		const files = typeof icon === 'string' ? [icon] : icon ? [icon.light, icon.dark] : [];
		if (files.length === 0) return [`${name} has no icon`];
		return files
			.filter((file) => !existsSync(join(folder, file.replace(/^file:/, ''))))
			.map((file) => `${name} names ${file}, which is not in dist`);
	});
}
