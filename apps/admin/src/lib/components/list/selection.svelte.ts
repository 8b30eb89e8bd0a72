/** The ticked rows of a list. */
export class Selection {
  /** The id of the form that the boxes belong to. */
  readonly form = 'selection'
  #ids = $state.raw<readonly string[]>([])
  #last: string | null = null
  /** Not only what is ticked: all that match, on every page. */
  isAll = $state(false)

  get ids(): readonly string[] {
    return this.#ids
  }
  get count(): number {
    return this.#ids.length
  }
  has(id: string): boolean {
    return this.#ids.includes(id)
  }
  set(ids: readonly string[]): void {
    this.#ids = ids
    this.isAll = false
  }
  /** With the shift key (`range`: the page's ids) all between this row and the last one are ticked as well. */
  toggle(id: string, isTicked: boolean, range: readonly string[] | null = null): void {
    const [from, to] = [range?.indexOf(this.#last ?? '') ?? -1, range?.indexOf(id) ?? -1]
    const meant =
      range && from >= 0 && to >= 0 ? range.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
    this.#last = id
    const others = this.#ids.filter((one) => !meant.includes(one))
    this.set(isTicked ? [...others, ...meant] : others)
  }
}
