/** Addresses within a list: everything about it lives in the URL, so that it can be bookmarked and shared. */
type Readable = { pathname: string; searchParams: Pick<URLSearchParams, 'toString' | 'getAll' | 'get'> }

const withParams = (url: Readable, change: (params: URLSearchParams) => void): string => {
  const params = new URLSearchParams(url.searchParams.toString())
  change(params)
  const text = params.toString()
  return text ? `${url.pathname}?${text}` : url.pathname
}

/** Another filter starts on the first page. `null` takes the filter away. */
export const filterUrl = (url: Readable, name: string, value: string | null): string =>
  withParams(url, (params) => {
    params.delete('cursor')
    if (value === null) params.delete(name)
    else params.set(name, value)
  })

export const nextPageUrl = (url: Readable, nextCursor: string): string =>
  withParams(url, (params) => params.append('cursor', nextCursor))

export const previousPageUrl = (url: Readable): string =>
  withParams(url, (params) => {
    const trail = params.getAll('cursor').slice(0, -1)
    params.delete('cursor')
    for (const cursor of trail) params.append('cursor', cursor)
  })

/** The number of the page that is shown, from 1. */
export const pageNumber = (url: Readable): number => url.searchParams.getAll('cursor').length + 1

/** A click on a column's head sorts by it; another click turns the order round. */
export const sortUrl = (url: Readable, column: string, current: string): string =>
  filterUrl(url, 'sort', current === column ? `-${column}` : column)

/** A named action of the page that leads back to this list, as it is filtered. */
export function actionUrl(url: Readable, name: string): string {
  const params = url.searchParams.toString()
  return `?/${name}${params ? `&${params}` : ''}`
}
