const REPOSITORY = 'https://github.com/illixis/n8n-nodes-pinterest-ads';

/**
 * What the changelog says of a version, as the text of a release on GitHub: its links lead to the files of that version.
 *
 * @param version a heading of the changelog: "0.1.0", or "Unreleased"
 */
export function releaseNotes(changelog: string, version: string): string {
	const sections = changelog.split(/^## /m).slice(1);
	const section = sections.find((one) => one.split('\n', 1)[0].trim() === version);
	if (section === undefined) {
		const known = sections.map((one) => one.split('\n', 1)[0].trim());
		throw new Error(`CHANGELOG.md has no version ${version}. It has ${known.join(', ')}.`);
	}
	const tag = version === 'Unreleased' ? 'main' : version;
	return section
		.slice(section.indexOf('\n'))
		.trim()
		.replace(/\]\((?!https?:|#)([^)\s]+)\)/g, `](${REPOSITORY}/blob/${tag}/$1)`);
}
