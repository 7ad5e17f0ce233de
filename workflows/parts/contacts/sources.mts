import { at, automation, called, type Node } from '../../builder/index.mts';
import { named } from '../../titles.mts';

/** What every source of contacts begins with. */
export const forAnAudience = called('For an audience', at(0, 0), { audience_key: 'string' });

/** What every source ends with: one item for each contact, or an error that says what is wrong. */
export const pickContacts = (
	name: string,
	column: number,
	source: 'sheet' | 'query' | 'file',
	readBy: Node,
	more: object = {},
) =>
	automation(name, at(column, 0), 'pickContacts', {
		source,
		audienceKey: "={{ $('For an audience').first().json.audience_key }}",
		readBy: readBy.name,
		...more,
	});

/** How each of them works, with what is particular to it. */
export const fromElsewhere = (
	particular: string,
) => `${named('pinAdsSyncAudience')} gives **audience_key**, the audience’s name in lower case, and takes the addresses from here in place of the table **pinterest_contacts**. ${particular}

n8n is not told when contacts change there: set **sync_daily** in the audience’s row of **pinterest_audiences**, so that it is synced every morning. Executions are not stored, as they hold the contacts.`;

/** The last that is to be done. */
export const USE_IT = `**Publish** it. Then, in ${named('pinAdsSyncAudience')}: switch *Contacts* off and *Contacts from elsewhere* on (select it and press D), choose this workflow in the latter, and publish that one again.`;
