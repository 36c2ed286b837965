/** Header of a page of the history that names the next one: `after=` of the next question. Not there: this is the last page. */
export const nextPageHeader = 'x-next-page';
