export interface TextPart {
  readonly text: string
  readonly logprob: number
}

/** Holds text back while it could be the beginning of a stop string, and finds the first stop string. */
export class StopWatch {
  readonly #stops: readonly string[]
  #held: TextPart[] = []

  constructor(stops: readonly string[]) {
    this.#stops = stops
  }

  /** What may be shown after this part; `stopped` where a stop string is complete: nothing of it is shown. */
  push(part: TextPart): { shown: readonly TextPart[]; stopped: boolean } {
    if (this.#stops.length === 0) return { shown: [part], stopped: false }
    this.#held.push(part)
    const text = this.#held.map((held) => held.text).join('')
    const found = this.#stops.map((stop) => text.indexOf(stop)).filter((index) => index >= 0)
    if (found.length > 0) return { shown: this.#release(Math.min(...found), true), stopped: true }
    return { shown: this.#release(text.length - this.#beginningAtEnd(text), false), stopped: false }
  }

  /** What was held back, when nothing more comes. */
  flush(): readonly TextPart[] {
    const rest = this.#held
    this.#held = []
    return rest
  }

  #beginningAtEnd(text: string): number {
    const most = Math.max(...this.#stops.map((stop) => stop.length)) - 1
    for (let length = Math.min(most, text.length); length > 0; length--) {
      const end = text.slice(-length)
      if (this.#stops.some((stop) => stop.startsWith(end))) return length
    }
    return 0
  }

  #release(characters: number, cut: boolean): TextPart[] {
    const shown: TextPart[] = []
    let left = characters
    while (this.#held.length > 0) {
      const [part] = this.#held
      if (part === undefined || part.text.length > left) break
      left -= part.text.length
      shown.push(part)
      this.#held.shift()
    }
    const [next] = this.#held
    if (cut && next !== undefined && left > 0) shown.push({ ...next, text: next.text.slice(0, left) })
    return shown
  }
}
