/** Texts of links from a flow into other systems. */
export const links = {
  title: 'Other systems',
  button: 'Links',
  masked: 'needs the recipient, which is masked.',
  missing: (places: string) => `there is no single ${places} to look for.`,
  unsafe: (places: string) => `the record’s ${places} cannot stand in an address.`,
};
