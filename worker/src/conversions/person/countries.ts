import type { NormalForm } from './normalForms';

/** ISO 3166-1: the code of three letters and, where it is not a beginning of it, the one of two. */
const THREE_LETTERS =
	'afg aia alb arg asm aus aze bel bfa bgr bhr blm bmu bol bra btn bvt bwa can cck che civ cmr col cri cub ' +
	'cxr cyp cze deu dji dma dom dza ecu egy eri esp eth fin fji fra gab gbr geo ggy gha gib gmb grc gtm gum ' +
	'hkg hmd hnd hrv hti hun idn imn ind iot irn isl ita jey jor jpn ken kgz khm kir kna kwt lao lbn lca lie ' +
	'lka lso ltu lux lva mar mco mda mhl mkd mli mmr mng mrt msr mus mwi mys nam ncl ner nfk nga nic nld nor ' +
	'npl nru nzl omn pan per phl pri pse qat reu rou rus rwa sau sdn sgp shn sjm sle smr som ssd stp sxm syr ' +
	'tca tgo tha tjk tkl tls ton tto twn tza uga umi usa uzb vat vct ven vgb vir vnm vut wsm yem zaf zmb zwe ' +
	'abw:aw ago:ao ala:ax and:ad are:ae arm:am ata:aq atf:tf atg:ag aut:at bdi:bi ben:bj bes:bq bgd:bd bhs:bs ' +
	'bih:ba blr:by blz:bz brb:bb brn:bn caf:cf chl:cl chn:cn cod:cd cog:cg cok:ck com:km cpv:cv cuw:cw cym:ky ' +
	'dnk:dk esh:eh est:ee flk:fk fro:fo fsm:fm gin:gn glp:gp gnb:gw gnq:gq grd:gd grl:gl guf:gf guy:gy irl:ie ' +
	'irq:iq isr:il jam:jm kaz:kz kor:kr lbr:lr lby:ly mac:mo maf:mf mdg:mg mdv:mv mex:mx mlt:mt mne:me mnp:mp ' +
	'moz:mz mtq:mq myt:yt niu:nu pak:pk pcn:pn plw:pw png:pg pol:pl prk:kp prt:pt pry:py pyf:pf sen:sn sgs:gs ' +
	'slb:sb slv:sv spm:pm srb:rs sur:sr svk:sk svn:si swe:se swz:sz syc:sc tcd:td tkm:tm tun:tn tur:tr tuv:tv ' +
	'ukr:ua ury:uy wlf:wf';

/** What people write that is neither a code nor the name that the JavaScript engine knows. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
	america: 'us',
	brasil: 'br',
	caboverde: 'cv',
	czechrepublic: 'cz',
	deutschland: 'de',
	england: 'gb',
	espana: 'es',
	greatbritain: 'gb',
	holland: 'nl',
	italia: 'it',
	ivorycoast: 'ci',
	koreasouth: 'kr',
	koreanorth: 'kp',
	laopeoplesdemocraticrepublic: 'la',
	macedonia: 'mk',
	northernireland: 'gb',
	oesterreich: 'at',
	osterreich: 'at',
	republicofkorea: 'kr',
	korearepublicof: 'kr',
	russianfederation: 'ru',
	scotland: 'gb',
	swaziland: 'sz',
	syrianarabrepublic: 'sy',
	turkey: 'tr',
	turkiye: 'tr',
	unitedstatesofamerica: 'us',
	vietnam: 'vn',
	wales: 'gb',
};

let known: Map<string, string> | undefined;

/** Codes and English names, without spaces, punctuation, accents and "the". */
function countries(): Map<string, string> {
	const byName = new Map<string, string>();
	const names = (['short', 'long'] as const).map(
		(style) => new Intl.DisplayNames(['en'], { type: 'region', style, fallback: 'none' }),
	);
	for (const pair of THREE_LETTERS.split(' ')) {
		const [three, two = three.slice(0, 2)] = pair.split(':');
		byName.set(three, two);
		for (const name of names) byName.set(bare(name.of(two.toUpperCase()) ?? three), two);
	}
	for (const [name, two] of Object.entries(ALSO_CALLED)) byName.set(name, two);
	return byName;
}

const bare = (name: string) =>
	name
		.toLowerCase()
		.normalize('NFD')
		.replace(/&/g, 'and')
		.replace(/\bsaint\b/g, 'st')
		.replace(/\bthe\b|\([^)]*\)|[^\p{L}]/gu, '');

/** Longer than the name of any country; spares the patterns above an endless text. */
const LONGEST_NAME = 100;

/** The code of two letters, also out of the one of three or of the country's English name. */
export const country: NormalForm = (text) => {
	const code = text.toLowerCase();
	if (/^[a-z]{2}$/.test(code)) return code === 'uk' ? 'gb' : code;
	if (text.length > LONGEST_NAME) return undefined;
	known ??= countries();
	return known.get(bare(text));
};
