import type { Snippet } from 'svelte'

/** A column of a list. The first one names the row and is always there. */
export type Column<Row> = {
  /** In the address, and in saved views. */
  name: string
  label: string
  cell: Snippet<[Row]>
  /** The order that its head sorts by. */
  sort?: string
  /** Narrower screens leave it out. */
  from?: 'sm' | 'md' | 'lg' | 'xl'
  class?: string
}

const shownFrom = {
  sm: 'hidden sm:table-cell',
  md: 'hidden md:table-cell',
  lg: 'hidden lg:table-cell',
  xl: 'hidden xl:table-cell',
} as const

export const classOf = ({ from, class: extra = '' }: Pick<Column<never>, 'from' | 'class'>): string =>
  `${from ? shownFrom[from] : ''} ${extra}`.trim()

/** `?columns=email,account`: which of the columns are shown besides the first; all without it. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  url: { searchParams: Pick<URLSearchParams, 'getAll' | 'has'> },
): readonly Column<Row>[] {
  if (!url.searchParams.has('columns')) return columns
  const wanted = url.searchParams.getAll('columns').flatMap((text) => text.split(','))
  return columns.filter(({ name }, index) => index === 0 || wanted.includes(name))
}
