/** In the place of rows on a page that a list no longer has; the pager leads back. */
export const PastEnd = () => <p className="muted">Nothing is on this page: the list ends before it.</p>
