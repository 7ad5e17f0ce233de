/** A failure that could not be written down must not be lost for the sake of a busy database. */
export const PATIENT = {
	onError: 'continueRegularOutput',
	retryOnFail: true,
	maxTries: 3,
	waitBetweenTries: 5000,
} as const;

export const OF_THIS_WORKFLOW = [
	'workflow_id',
	'eq',
	"={{ $('What happened').first().json.workflow_id }}",
] as const;
export const THIS_ROW = ['id', 'eq', "={{ $('Write it down').first().json.id }}"] as const;
/** Whoever deletes the row stops the trying. */
export const STILL_TRYING = ['outcome', 'eq', 'trying again'] as const;
