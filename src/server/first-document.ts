/** What the explorers show first; it works for everybody, signed in or not. */
export const FIRST_DOCUMENT = `# Welcome to the IntoWork API.
# Press the button to run this query.
query LatestJobs {
  jobs(first: 5) {
    totalCount
    edges {
      node {
        id
        title
        type
        location
        company {
          name
        }
      }
    }
  }
}`;
