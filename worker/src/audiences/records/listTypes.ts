/** What a customer list is made of. Pinterest's own default is EMAIL. */
export const LIST_TYPES = ['EMAIL', 'MAID', 'IDFA'] as const;
/** What the records of a customer list are: email addresses, or device ids of Android or Apple. */
export type ListType = (typeof LIST_TYPES)[number];
